import { Button } from 'antd'
import { ChevronRight, Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countOverdue } from '@shared/features/deadlines/deadlines.rules'
import { PrivateText } from '@renderer/components/private-text'
import { RailCard } from '@renderer/components/rail-card'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useNow } from '@renderer/lib/use-now'
import { ClockText } from './clock-text'
import styles from './today-card.module.css'

/** Named one by one up to so many. */
const mostShown = 3

/** 资料要更新 beside the board of today: how many clocks run, and what is due first; nothing while none runs (R058, D5). */
export function DeadlineTodayCard({
  ownerId,
  onOpen,
  onOpenCustomer,
}: {
  /** Null for those of everybody. */
  ownerId: number | null
  onOpen: () => void
  onOpenCustomer: (id: number) => void
}) {
  const { t } = useTranslation('deadlines')
  const format = useFormat()
  const now = useNow()
  const counts = useRouteQuery('deadlines.counts', { ownerId }, { keepPrevious: true }).data
  const list = useRouteQuery(
    'deadlines.list',
    { ownerId, limit: mostShown },
    { keepPrevious: true },
  ).data
  if (!counts || !list || list.deadlines.length === 0) return null
  const overdue = countOverdue(counts.overdue, list.deadlines, now)
  return (
    <RailCard
      icon={Timer}
      title={t('today.title')}
      note={
        overdue > 0
          ? t('today.counts', { overdue: format.count(overdue), open: format.count(counts.open) })
          : format.count(counts.open)
      }
    >
      <ul className={styles.list} aria-label={t('list')}>
        {list.deadlines.map(({ id, customerId, customerName, cause, openedAt, dueAt }) => (
          <li key={id} className={styles.line}>
            <button
              type="button"
              className={styles.name}
              onClick={() => onOpenCustomer(customerId)}
            >
              <PrivateText text={customerName} />
            </button>
            <span className={styles.under}>
              {/* A clock that opened since the last tick has not more than its whole time left. */}
              <ClockText brief dueAt={dueAt} now={Math.max(now, openedAt)} />
              <span className={styles.cause}>{t(`common:deadlineCause.${cause}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      <Button size="small" block onClick={onOpen}>
        {t('today.open')}
        <ChevronRight size={14} strokeWidth={1.6} aria-hidden />
      </Button>
    </RailCard>
  )
}
