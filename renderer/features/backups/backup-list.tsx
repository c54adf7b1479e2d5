import { useTranslation } from 'react-i18next'
import { backupKinds } from '@shared/features/backups/backup-manifest.schema'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import type { BackupDrill } from '@shared/features/backups/backup-drill.schema'
import { placeName } from '@shared/features/backups/backup-target.rules'
import styles from './backup-table.module.css'
import { type BackupAction, BackupRow } from './backup-row'
import { listChainLines } from './chain-lines'
import { KindMark } from './kind-mark'

/** The backups of one place, newest first, each joined to what it is built on; whether all of them could be restored is said above. */
export function BackupList({
  backups,
  drill,
  actions,
  onAction,
}: {
  /** Of one folder, at least one. */
  backups: readonly BackupRecord[]
  /** The last rehearsal, shown at the backup that it was of. */
  drill: BackupDrill | null
  /** What one may do with them. */
  actions: readonly BackupAction[]
  onAction: (action: BackupAction, backup: BackupRecord) => void
}) {
  const { t } = useTranslation('backups')
  const lines = listChainLines(backups)
  const folder = backups[0]?.folder ?? ''
  return (
    <section className={styles.box} data-region>
      <div className={styles.head}>
        <h2 className={styles.title} title={folder}>
          {t('list.titleAt', { place: placeName(folder) })}
        </h2>
        <Count backups={backups} />
        <div className={styles.legend}>
          {backupKinds.map((kind) => (
            <span key={kind} className={styles.kind}>
              <KindMark kind={kind} />
              {t(`kinds.${kind}`)}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.markCell} aria-hidden />
              <th>{t('list.time')}</th>
              <th>{t('list.kind')}</th>
              <th className={styles.number}>{t('list.size')}</th>
              <th className={styles.number}>{t('list.customers')}</th>
              <th className={styles.proofCell}>{t('list.proof')}</th>
              <th className={styles.actions} aria-label={t('list.actions')} />
            </tr>
          </thead>
          <tbody>
            {backups.map((backup, row) => (
              <BackupRow
                key={backup.id}
                backup={backup}
                lines={lines[row]}
                drill={drill?.fileName === backup.fileName ? drill : null}
                actions={actions}
                onAction={onAction}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** How many there are, and how many of them lack a file that they are built on. */
function Count({ backups }: { backups: readonly BackupRecord[] }) {
  const { t } = useTranslation('backups')
  const count = backups.length
  if (backups.every(({ presence }) => presence === 'away'))
    return <span className={styles.broken}>{t('list.allAway', { count })}</span>
  const broken = backups.filter(({ chainComplete }) => !chainComplete).length
  if (broken > 0)
    return <span className={styles.broken}>{t('list.broken', { count, broken })}</span>
  return <span className={styles.count}>{t('list.whole', { count })}</span>
}
