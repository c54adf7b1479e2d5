import { Button } from 'antd'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { toIsoDate } from '@shared/core/dates'
import { toLunar } from '@shared/core/lunar/lunar'
import { lunarName } from '@shared/core/lunar/lunar-names'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import type { ItemRef, TodayItem } from '@shared/features/today/today.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { PageHeader } from '@renderer/components/page-header'
import { useErrorToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useNarrow } from '@renderer/lib/use-narrow'
import { useRights } from '@renderer/lib/use-rights'
import { BoardList } from './board-list'
import { Figures, type ForeignFigure } from './figures'
import styles from './today-board.module.css'
import { useBoardStore, useWhose } from './today-store'
import { useBoard } from './use-board'
import { useDay } from './use-day'
import { useItemCommands } from './use-item-commands'
import { WeekChart } from './week-chart'
import { WhoseChoice } from './whose-choice'

type Props = {
  typeIcon: (type: FollowUpType) => React.ReactNode
  onOpenCustomer: (id: number) => void
  /** The one primary button of the page. */
  action: React.ReactNode
  /** What the board offers when nothing is planned. */
  emptyAction: React.ReactNode
  /** Cards of other features over the chart of the week. */
  cards: React.ReactNode
  /** A figure of another feature; null for none. */
  figure: ForeignFigure | null
}

/** 今日: everything that is due, by its day (R070, R074). */
export function TodayBoard({
  typeIcon,
  onOpenCustomer,
  action,
  emptyAction,
  cards,
  figure,
}: Props) {
  const { t, i18n } = useTranslation('today')
  const format = useFormat()
  const narrow = useNarrow()
  const day = useDay()
  const { allowed } = useRights()
  const whose = useWhose((state) => state.whose)
  const board = useBoard()
  const counts = useRouteQuery('today.counts', { whose }, { keepPrevious: true })
  const commands = useItemCommands()
  const errorToast = useErrorToast()
  usePersonThatIsThere()

  const onOpen = useCallback(
    ({ customer }: TodayItem) => {
      if (customer) onOpenCustomer(customer.id)
    },
    [onOpenCustomer],
  )
  const onMove = useCallback(
    (ref: ItemRef, date: string) => {
      const row = board.rows.find(
        (one) => one.kind === 'item' && one.item.kind === ref.kind && one.item.id === ref.id,
      )
      if (row?.kind === 'item') void commands.move(row.item, date)
      else request('today.move', { items: [ref], to: { date } }).catch(errorToast)
    },
    [board.rows, commands, errorToast],
  )

  const lunar = i18n.resolvedLanguage === 'zh-CN' ? toLunar(toIsoDate(day)) : null
  const date = [
    t('dateLine', { date: format.prose(day), weekday: t(`weekday.${new Date(day).getDay()}`) }),
    lunar && lunarName(lunar),
  ]
  const error = board.error ?? counts.error
  const days = counts.data?.days
  const rail = (
    <aside className={narrow ? styles.below : styles.rail} aria-label={t('rail')} data-region>
      {/* Ranking a large book takes a moment: the board comes first. */}
      {board.isLoaded && cards}
      {days && <WeekChart days={days} onDrop={onMove} />}
    </aside>
  )
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        extra={date.filter(Boolean).join(' · ')}
        actions={
          <>
            <WhoseChoice />
            {action}
          </>
        }
      />
      <div className={styles.body}>
        <div className={styles.main}>
          {counts.data && <Figures counts={counts.data} extra={figure} />}
          {error && !board.isLoaded ? (
            <ErrorState
              error={error}
              onRetry={() => {
                board.retry()
                void counts.refetch()
              }}
            />
          ) : (
            board.isLoaded &&
            counts.data && (
              <BoardList
                {...{ board, commands, typeIcon, onOpen, onMove }}
                counts={counts.data}
                canMove={allowed('tasks.write')}
                empty={<Nothing action={emptyAction} />}
                below={narrow ? rail : null}
              />
            )
          )}
        </div>
        {!narrow && rail}
      </div>
    </div>
  )
}

function Nothing({ action }: { action: React.ReactNode }) {
  const { t } = useTranslation('today')
  const only = useBoardStore((state) => state.group)
  if (only === null) return <EmptyState text={t('empty')} actions={action} />
  return (
    <EmptyState
      text={t(`emptyGroup.${only}`)}
      actions={
        <Button onClick={() => useBoardStore.setState({ group: null })}>{t('showAll')}</Button>
      }
    />
  )
}

/** Whoever is remembered from another book or another sign-in, and is not there now, gives way to one's own board. */
function usePersonThatIsThere(): void {
  const { whose, setWhose } = useWhose()
  const { data } = useRouteQuery('today.listPeople', {})
  const isGone =
    data !== undefined && typeof whose === 'number' && !data.people.some(({ id }) => id === whose)
  useEffect(() => {
    if (isGone) setWhose('mine')
  }, [isGone, setWhose])
}
