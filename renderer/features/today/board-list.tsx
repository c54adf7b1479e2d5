import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { toIsoDate } from '@shared/core/dates'
import { addDays } from '@shared/core/days/day-arithmetic'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import type { TodayGroup } from '@shared/features/today/today.enums'
import type { ItemRef, TodayCounts, TodayItem } from '@shared/features/today/today.schema'
import styles from './board-list.module.css'
import { rowTops } from './board-rows'
import { GroupHead } from './group-head'
import { ItemRow, type RowActions } from './item-row'
import { NextComposer } from './next-composer'
import { keyOf, useBoardStore, useWhose } from './today-store'
import type { Board } from './use-board'
import { useBoardKeys } from './use-board-keys'
import { askNext, type ItemCommands } from './use-item-commands'
import { useView } from './use-view'

/** The grouped list: rows of fixed height, drawn where the view stands, so that a board of thousands costs as much as one of ten. */
export function BoardList({
  board,
  counts,
  commands,
  canMove,
  typeIcon,
  onOpen,
  onMove,
  empty,
  below,
}: {
  board: Board
  counts: TodayCounts
  commands: ItemCommands
  /** False for those who may only look. */
  canMove: boolean
  typeIcon: (type: FollowUpType) => React.ReactNode
  onOpen: (item: TodayItem) => void
  onMove: (ref: ItemRef, date: string) => void
  /** In place of the rows when there are none. */
  empty: React.ReactNode
  /** Behind the rows: the cards of the rail in a narrow window. */
  below: React.ReactNode
}) {
  const { t } = useTranslation('today')
  const { rows } = board
  const { cursor, completing, snoozing, showsDone } = useBoardStore()
  const whose = useWhose((state) => state.whose)
  const tops = useMemo(() => rowTops(rows, completing), [rows, completing])
  const cursorIndex = rows.findIndex(({ key }) => key === cursor)
  const { scroller, onScroll, first, last } = useView(tops, cursorIndex)
  const shown = rows.slice(first, last + 1)
  const nearing = shown.find((row) => row.kind === 'more')?.group ?? null
  const { readMore } = board
  useEffect(() => {
    if (nearing) readMore(nearing)
  }, [nearing, readMore])
  useBoardKeys(rows, { onOpen })

  const actions = useMemo(
    (): RowActions => ({
      point: (item) => useBoardStore.setState({ cursor: keyOf(item) }),
      open: onOpen,
      ask: askNext,
      snooze(item, date) {
        useBoardStore.setState({ snoozing: null })
        void commands.snooze(item, date)
      },
      setSnoozing: (item, open) =>
        useBoardStore.setState({ snoozing: open ? keyOf(item) : null, cursor: keyOf(item) }),
      drop(ref, onto) {
        if (onto.at !== null) onMove(ref, toIsoDate(onto.at))
      },
    }),
    [commands, onOpen, onMove],
  )

  function headAction(group: TodayGroup) {
    if (group === 'overdue' && canMove)
      return {
        label: t('moveAll'),
        isStrong: true,
        onClick: () => void commands.moveOverdue(whose),
      }
    if (group !== 'today' || counts.doneToday === 0) return null
    const label = t(showsDone ? 'hideDone' : 'showDone', { count: counts.doneToday })
    return {
      label,
      isStrong: false,
      onClick: () => useBoardStore.setState({ showsDone: !showsDone }),
    }
  }

  function dropDay(group: TodayGroup): string | null {
    const today = toIsoDate(systemClock())
    if (group === 'today') return today
    return group === 'week' ? addDays(today, 1) : null
  }

  return (
    <section
      ref={scroller}
      className={`${styles.scroller} ${board.isStale ? styles.stale : ''}`}
      aria-label={t('list')}
      tabIndex={-1}
      data-region
      onScroll={onScroll}
    >
      {rows.length === 0 && empty}
      <ol className={styles.list} style={{ height: tops.at(-1) }}>
        {shown.map((row, step) => {
          const top = tops[first + step] ?? 0
          if (row.kind === 'head') {
            const day = dropDay(row.group)
            return (
              <li key={row.key} className={styles.place} style={{ top }}>
                <GroupHead
                  group={row.group}
                  count={counts[row.group]}
                  action={headAction(row.group)}
                  onDrop={day === null ? null : (ref) => onMove(ref, day)}
                />
              </li>
            )
          }
          if (row.kind === 'more')
            return (
              <li key={row.key} className={`${styles.place} ${styles.more}`} style={{ top }}>
                {t('more')}
              </li>
            )
          return (
            <li
              key={`${row.group}:${row.key}`}
              className={styles.place}
              style={{ top }}
              aria-current={row.key === cursor}
            >
              <ItemRow
                item={row.item}
                isDone={row.isDone}
                isLast={row.isLast}
                isCurrent={row.key === cursor}
                isSnoozing={row.key === snoozing}
                typeIcon={typeIcon}
                actions={actions}
              />
              {row.key === completing && (
                <NextComposer
                  onClose={closeComposer}
                  onSave={async (next) => {
                    const isDone = await commands.complete(row.item, row.group, next)
                    if (isDone) closeComposer()
                    return isDone
                  }}
                />
              )}
            </li>
          )
        })}
      </ol>
      {below}
    </section>
  )
}

function closeComposer(): void {
  useBoardStore.setState({ completing: null })
}
