import { Button } from 'antd'
import { Check, Repeat, SquareCheckBig } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { startOfDay } from '@shared/core/dates'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import type { ItemRef, TodayItem } from '@shared/features/today/today.schema'
import { Avatar } from '@renderer/components/avatar'
import { PrivateText } from '@renderer/components/private-text'
import { TierMark } from '@renderer/components/tier-mark'
import { useFormat } from '@renderer/lib/format'
import { dropTarget, startDrag } from './drag'
import styles from './item-row.module.css'
import { SnoozeMenu } from './snooze-menu'

export type RowActions = {
  point: (item: TodayItem) => void
  open: (item: TodayItem) => void
  /** Asks what comes next. */
  ask: (item: TodayItem) => void
  snooze: (item: TodayItem, date: string) => void
  setSnoozing: (item: TodayItem, open: boolean) => void
  /** Another row was dropped here: it goes to the day of this one. */
  drop: (ref: ItemRef, onto: TodayItem) => void
}

type Props = {
  item: TodayItem
  isDone: boolean
  isLast: boolean
  isCurrent: boolean
  isSnoozing: boolean
  typeIcon: (type: FollowUpType) => React.ReactNode
  actions: RowActions
}

/** One line of the board: what is to be done; below it for whom and the last contact; when, and whose it is. */
export const ItemRow = memo(function ItemRow({
  item,
  isDone,
  isLast,
  isCurrent,
  isSnoozing,
  typeIcon,
  actions,
}: Props) {
  const { t } = useTranslation(['today', 'common'])
  const [isOver, setOver] = useState(false)
  const title = item.title ?? t(item.kind === 'task' ? 'row.task' : `step.${item.type ?? 'other'}`)
  const canChange = item.mayChange && !isDone
  const classes = [
    styles.row,
    isCurrent && styles.current,
    isDone && styles.done,
    isOver && styles.over,
    !isLast && styles.divided,
  ]
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      draggable={canChange}
      onDragStart={(event) => startDrag(event, item)}
      {...dropTarget((ref) => actions.drop(ref, item), setOver)}
      onMouseDown={() => actions.point(item)}
      onDoubleClick={() => actions.open(item)}
    >
      <button
        type="button"
        className={styles.box}
        role="checkbox"
        aria-checked={isDone}
        aria-label={t('row.finish', { title })}
        disabled={!canChange}
        onClick={() => actions.ask(item)}
      >
        {isDone && <Check size={12} strokeWidth={2.4} aria-hidden />}
      </button>
      <span className={styles.type}>
        {item.type ? (
          typeIcon(item.type)
        ) : (
          <SquareCheckBig size={14} strokeWidth={1.6} aria-label={t('row.task')} />
        )}
      </span>
      <div className={styles.words}>
        <div className={styles.title}>
          <PrivateText text={title} className={styles.titleText} />
          {item.priority === 'high' && <span className={styles.mark}>{t('row.high')}</span>}
          {item.isRecurring && (
            <Repeat size={13} strokeWidth={1.6} aria-label={t('row.recurring')} />
          )}
        </div>
        <div className={styles.about}>
          <About item={item} onOpen={() => actions.open(item)} />
        </div>
      </div>
      {canChange && (
        <div className={styles.actions} data-open={isSnoozing || undefined}>
          <Button
            size="small"
            type="primary"
            icon={<Check size={14} strokeWidth={1.6} aria-hidden />}
            onClick={() => actions.ask(item)}
          >
            {t('row.done')}
          </Button>
          <SnoozeMenu
            open={isSnoozing}
            onOpenChange={(open) => actions.setSnoozing(item, open)}
            onPick={(date) => actions.snooze(item, date)}
          />
        </div>
      )}
      <When item={item} isDone={isDone} />
      <span className={styles.person} title={item.person?.name}>
        {item.person && <Avatar name={item.person.name} size={20} />}
        <span className={styles.hidden}>{item.person?.name}</span>
      </span>
    </div>
  )
})

function About({ item, onOpen }: { item: TodayItem; onOpen: () => void }) {
  const { t } = useTranslation(['today', 'common'])
  const format = useFormat()
  const { customer, lastContact } = item
  if (!customer) return <span>{t('row.noCustomer')}</span>
  return (
    <>
      <TierMark tier={customer.tier} withWord={false} />
      <button type="button" className={styles.customer} onClick={onOpen}>
        <PrivateText text={customer.name} />
      </button>
      {lastContact && (
        <span className={styles.last}>
          {'· '}
          {format.prose(lastContact.at)} {t(`common:followUpType.${lastContact.type}`)}
          {lastContact.text && (
            <>
              {t('row.colon')}
              <PrivateText text={lastContact.text.replace(/\s+/g, ' ')} />
            </>
          )}
        </span>
      )}
    </>
  )
}

function When({ item, isDone }: { item: TodayItem; isDone: boolean }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  if (isDone)
    return (
      <span className={styles.when}>
        {item.doneAt === null ? t('row.isDone') : format.time(item.doneAt)}
      </span>
    )
  if (item.at === null) return <span className={styles.when}>{t('row.noDay')}</span>
  const due = format.due(item.at)
  const time = item.allDay ? '' : format.time(item.at)
  const isToday = startOfDay(item.at) === startOfDay(systemClock())
  const weekday = t(`weekday.${new Date(item.at).getDay()}`)
  const later = item.isWaiting ? due.text : [weekday, time].filter(Boolean).join(' ')
  return (
    <time
      className={`${styles.when} ${due.tone === 'overdue' ? styles.late : due.tone === 'today' ? styles.now : ''}`}
      dateTime={new Date(item.at).toISOString()}
      title={item.allDay ? format.prose(item.at) : format.full(item.at)}
    >
      {due.tone === 'overdue' ? due.text : isToday ? time || t('row.anyTime') : later}
    </time>
  )
}
