import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { ClusterSection } from './cluster-section'
import styles from './duplicates-tab.module.css'
import { ScanBar } from './scan-bar'

const step = 30
/** As many as one answer holds. */
const most = 100

/** Customers that may be there twice, group by group, surest first (R051). */
export function DuplicatesTab() {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const [limit, setLimit] = useState(step)
  const { data, error, refetch } = useRouteQuery(
    'duplicates.list',
    { limit },
    { keepPrevious: true },
  )
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { scan, clusters, total } = data
  return (
    <div className={styles.tab}>
      <ScanBar scan={scan} />
      <div className={styles.list} data-region tabIndex={-1}>
        {clusters.length === 0 && <EmptyState text={t(scan ? 'list.none' : 'list.notYet')} />}
        {clusters.map((cluster) => (
          <ClusterSection key={cluster.customers.map(({ id }) => id).join('-')} cluster={cluster} />
        ))}
        {total > clusters.length && (
          <div className={styles.more}>
            {limit < most ? (
              <Button onClick={() => setLimit(Math.min(most, limit + step))}>
                {t('list.more', { shown: format.count(total - clusters.length) })}
              </Button>
            ) : (
              t('list.rest', { shown: format.count(total - clusters.length) })
            )}
          </div>
        )}
      </div>
    </div>
  )
}
