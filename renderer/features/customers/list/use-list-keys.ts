import { useLayoutStore } from '@renderer/lib/layout-store'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { clearSelected, useListStore } from './list-store'
import type { useListRights } from './use-list-rights'
import type { useSelection } from './use-selection'
import type { ListRow, ListRows } from './windows'

export type ListKeyActions = {
  open: (row: ListRow) => void
  edit: (row: ListRow) => void
  log: (row: ListRow) => void
  create: () => void
  tag: () => void
  stage: () => void
  owner: () => void
  search: () => void
}

type ListKeyRights = Pick<ReturnType<typeof useListRights>, 'rows' | 'selectable' | 'create'>

/** Keys of the list (UI section 7), as far as one's role has what they do; letters only while no field has focus. */
export function useListKeys(
  rows: ListRows,
  selection: ReturnType<typeof useSelection>,
  actions: ListKeyActions,
  { rows: rights, selectable, create }: ListKeyRights,
): void {
  const move = (to: number) => {
    if (rows.total === 0) return
    useListStore.setState({ cursor: Math.max(0, Math.min(rows.total - 1, to)) })
  }
  const at = () => useListStore.getState().cursor
  const onRow = (act: (row: ListRow) => void) => () => {
    const row = rows.at(at())
    if (!row.customer) return false
    act(row)
  }
  const extend = (step: number) => {
    const { cursor, anchor } = useListStore.getState()
    const from = anchor < 0 ? Math.max(0, cursor) : anchor
    useListStore.setState({ anchor: from })
    move(Math.max(0, cursor) + step)
    void selection.selectRange(from, at())
  }

  useShortcut(['j', 'arrowdown'], () => move(at() + 1))
  useShortcut(['k', 'arrowup'], () => move(at() - 1))
  useShortcut('home', () => move(0))
  useShortcut('end', () => move(rows.total - 1))
  useShortcut('shift+arrowdown', () => extend(1), { enabled: selectable })
  useShortcut('shift+arrowup', () => extend(-1), { enabled: selectable })
  useShortcut('enter', onRow(actions.open))
  useShortcut('e', onRow(actions.edit), { enabled: rights.edit })
  useShortcut('n', onRow(actions.log), { enabled: rights.log })
  useShortcut(
    'x',
    onRow((row) => selection.toggle(row, false)),
    { enabled: selectable },
  )
  useShortcut('space', () => {
    const { panelOpen, setPanelOpen } = useLayoutStore.getState()
    setPanelOpen(at() < 0 || !panelOpen)
    if (at() < 0) move(0)
  })
  useShortcut(
    'mod+a',
    (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return false
      void selection.selectAll()
    },
    { enabled: selectable },
  )
  useShortcut('c', actions.create, { enabled: create })
  const onTarget = (act: () => void) => () => (hasTarget(rows) ? act() : false)
  useShortcut('t', onTarget(actions.tag), { enabled: rights.tag })
  useShortcut('s', onTarget(actions.stage), { enabled: rights.edit })
  useShortcut('o', onTarget(actions.owner), { enabled: rights.transfer })
  useShortcut('/', actions.search)
  useShortcut('escape', () => leaveOneLayer())
}

function hasTarget(rows: ListRows): boolean {
  const { selected, cursor } = useListStore.getState()
  return selected.size > 0 || rows.at(cursor).customer !== null
}

/** Panel, then selection, then the mark of the row, then nothing. */
function leaveOneLayer(): void | false {
  const { selected, cursor } = useListStore.getState()
  const { panelOpen, setPanelOpen } = useLayoutStore.getState()
  if (panelOpen && cursor >= 0) return setPanelOpen(false)
  if (selected.size > 0) return clearSelected()
  return false
}
