import type { TodayItem } from '@shared/features/today/today.schema'
import { useShortcut } from '@renderer/lib/use-shortcut'
import type { BoardRow } from './board-rows'
import { useBoardStore } from './today-store'
import { askNext } from './use-item-commands'

type ItemOnRow = Extract<BoardRow, { kind: 'item' }>

/** Keys of the board (UI section 7): J K move, Enter opens, M is done, D waits. */
export function useBoardKeys(
  rows: readonly BoardRow[],
  { onOpen }: { onOpen: (item: TodayItem) => void },
): void {
  const items = rows.filter((row): row is ItemOnRow => row.kind === 'item')
  const at = () => items.findIndex(({ key }) => key === useBoardStore.getState().cursor)
  const move = (to: number) => {
    const row = items[Math.max(0, Math.min(items.length - 1, to))]
    if (row) useBoardStore.setState({ cursor: row.key, snoozing: null })
  }
  const onRow = (act: (row: ItemOnRow) => void, needsRight: boolean) => () => {
    const row = items[at()]
    if (!row || (needsRight && (row.isDone || !row.item.mayChange))) return false
    act(row)
  }
  useShortcut(['j', 'arrowdown'], () => move(at() + 1))
  useShortcut(['k', 'arrowup'], () => move(at() - 1))
  useShortcut('home', () => move(0))
  useShortcut('end', () => move(items.length - 1))
  useShortcut(
    'enter',
    onRow(({ item }) => onOpen(item), false),
  )
  useShortcut(
    'm',
    onRow(({ item }) => askNext(item), true),
  )
  useShortcut(
    'd',
    onRow(({ key }) => useBoardStore.setState({ snoozing: key, completing: null }), true),
  )
  useShortcut('escape', () => {
    const { group, completing, snoozing, cursor } = useBoardStore.getState()
    if (completing !== null || snoozing !== null)
      return useBoardStore.setState({ completing: null, snoozing: null })
    if (cursor !== null) return useBoardStore.setState({ cursor: null })
    if (group !== null) return useBoardStore.setState({ group: null })
    return false
  })
}
