import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { instantOf } from '@shared/core/days/day-arithmetic'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import type { CalendarActions } from './calendar-actions'
import styles from './item-card.module.css'
import { timeOf } from './item-words'

/** What there is to know of one thing of the calendar, and where it can go. */
export function ItemCard({
  item,
  date,
  late,
  actions,
  onClose,
}: {
  item: CalendarItem
  date: string
  late: boolean
  actions: CalendarActions
  onClose: () => void
}) {
  const { t } = useTranslation(['calendar', 'common'])
  const format = useFormat()
  const { kind, id, title, type, customerId, customerName, personName, movable, age } = item
  const when = [format.isoDate(date), timeOf(item) ?? t('allDay')].join(' ')
  const facts = [
    type !== null && t(`common:followUpType.${type}`),
    item.priority === 'high' && t('highPriority'),
    item.done && t('done'),
    late && t('late'),
    age !== null && t('turns', { count: age }),
    item.lunar !== null && format.lunarDay(item.lunar),
    item.ghost ? t('ghostNote') : item.repeats && t('repeats'),
  ].filter((fact) => typeof fact === 'string')
  return (
    <div className={styles.card}>
      <div className={styles.kind}>
        {t(`kind.${kind}`)} · {when}
      </div>
      {title !== null && <PrivateText text={title} className={styles.title} />}
      {customerName !== null && <PrivateText text={customerName} className={styles.customer} />}
      <div className={styles.facts}>
        {[t(kind === 'task' ? 'assignee' : 'owner', { name: personName }), ...facts].join(' · ')}
      </div>
      <div className={styles.actions}>
        {customerId !== null && (
          <Button size="small" onClick={() => actions.openCustomer(customerId)}>
            {t('openCustomer')}
          </Button>
        )}
        {kind === 'task' && actions.openTask && (
          <Button size="small" onClick={() => actions.openTask?.(id)}>
            {t('openTask')}
          </Button>
        )}
        {movable && (
          <DatePicker
            size="small"
            className={styles.date ?? ''}
            allowClear={false}
            value={dayjs(instantOf(date, 720))}
            aria-label={t('moveTo')}
            onChange={(next) => {
              onClose()
              if (next) void actions.move(item, { date: next.format('YYYY-MM-DD') })
            }}
          />
        )}
      </div>
    </div>
  )
}
