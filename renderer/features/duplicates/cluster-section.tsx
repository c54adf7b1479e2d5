import { Button } from 'antd'
import { Merge } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { DuplicateCluster } from '@shared/features/duplicates/duplicates.contract'
import { PrivateText } from '@renderer/components/private-text'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import { ClusterRow } from './cluster-row'
import styles from './cluster-section.module.css'
import { ReasonsText } from './reasons-text'

/** One group: who may be one, why, and the two ways to settle it. */
export function ClusterSection({ cluster }: { cluster: DuplicateCluster }) {
  const { t } = useTranslation('duplicates')
  const navigate = useNavigate()
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const dismiss = useRouteCommand('duplicates.dismiss')
  const title = useId()
  const { customers, pairs } = cluster
  const [surest] = pairs
  const ids = customers.map(({ id }) => id)
  const name = customers[0]?.name ?? ''

  async function setApart(): Promise<void> {
    try {
      await dismiss.mutateAsync({ ids })
      undoToast(t('dismissed', { count: ids.length }))
    } catch (error) {
      errorToast(error)
    }
  }

  return (
    <section className={styles.cluster} aria-labelledby={title}>
      <header className={styles.head}>
        <h2 id={title} className={styles.title}>
          <PrivateText text={name} />
          <span className={styles.count}>{t('cluster.count', { count: ids.length })}</span>
        </h2>
        {surest && (
          <span className={styles.why}>
            <ReasonsText level={surest.level} reasons={surest.reasons} />
          </span>
        )}
        <span className={styles.actions}>
          <Button size="small" disabled={dismiss.isPending} onClick={() => void setApart()}>
            {t('cluster.dismiss')}
          </Button>
          <Button size="small" onClick={() => void navigate(`/merge/${ids.join('-')}`)}>
            <Merge size={14} strokeWidth={1.6} aria-hidden />
            {t('cluster.merge')}
          </Button>
        </span>
      </header>
      <ul className={styles.rows}>
        {customers.map((customer) => (
          <ClusterRow key={customer.id} customer={customer} />
        ))}
      </ul>
    </section>
  )
}
