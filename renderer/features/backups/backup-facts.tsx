import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { useFormat } from '@renderer/lib/format'
import styles from './backup-facts.module.css'
import { useCounts } from './use-counts'

/** What a backup file says of itself before anyone typed a password; `contents` where its rows stand nowhere else. */
export function BackupFacts({
  summary,
  contents = true,
}: {
  summary: BackupSummary
  contents?: boolean
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const counts = useCounts()
  const facts = [
    [t('facts.book'), summary.bookName],
    [t('facts.createdAt'), format.full(summary.createdAt)],
    ...(contents ? [[t('facts.contents'), counts(summary.rowCounts)]] : []),
    [t('facts.size'), format.bytes(summary.bytes)],
    [t('facts.file'), summary.fileName],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
