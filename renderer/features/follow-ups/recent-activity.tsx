import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './recent-activity.module.css'
import { TypeIcon } from './type-icon'

const most = 3

/** The latest follow-ups of a customer, short, for the preview beside the list. */
export function RecentActivity({ customerId }: { customerId: number }) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const { data } = useRouteQuery('follow-ups.list', { customerId, limit: most })
  if (!data) return null
  if (data.entries.length === 0) return <p className={styles.none}>{t('timeline.none')}</p>
  return (
    <ol className={styles.recent}>
      {data.entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <span className={styles.icon}>
            <TypeIcon type={entry.type} />
          </span>
          <div>
            <div className={styles.head} title={format.full(entry.occurredAt)}>
              {format.prose(entry.occurredAt)} {t(`common:followUpType.${entry.type}`)}
            </div>
            <p data-private className={styles.content}>
              {entry.content}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
