import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { useFormat } from '@renderer/lib/format'
import styles from './backup-list.module.css'
import { KindMark } from './kind-mark'

export type BackupAction = 'verify' | 'restore'

/** Every backup that was written and proven from this book, newest first. */
export function BackupList({
  backups,
  actions,
  onAction,
}: {
  backups: readonly BackupRecord[]
  /** What one may do with them. */
  actions: readonly BackupAction[]
  onAction: (action: BackupAction, backup: BackupRecord) => void
}) {
  const { t } = useTranslation('backups')
  return (
    <section className={styles.box} data-region>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('list.title')}</h2>
        <span className={styles.count}>{t('list.count', { count: backups.length })}</span>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('list.time')}</th>
              <th>{t('list.kind')}</th>
              <th className={styles.number}>{t('list.size')}</th>
              <th className={styles.number}>{t('list.customers')}</th>
              <th className={styles.proofCell}>{t('list.proof')}</th>
              <th>{t('list.folder')}</th>
              <th className={styles.actions} aria-label={t('list.actions')} />
            </tr>
          </thead>
          <tbody>
            {backups.map((backup) => (
              <Row key={backup.id} backup={backup} actions={actions} onAction={onAction} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Row({
  backup,
  actions,
  onAction,
}: {
  backup: BackupRecord
  actions: readonly BackupAction[]
  onAction: (action: BackupAction, backup: BackupRecord) => void
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const when = format.day(backup.startedAt)
  return (
    <tr>
      <td className={styles.time} title={format.full(backup.startedAt)}>
        {when}
      </td>
      <td>
        <span className={styles.kind}>
          <KindMark kind={backup.kind} />
          {t(`kinds.${backup.kind}`)}
        </span>
      </td>
      <td className={styles.number}>{format.bytes(backup.bytes)}</td>
      <td className={styles.number}>{format.count(backup.customers)}</td>
      <td
        className={styles.proofCell}
        title={t('list.provenAt', { when: format.full(backup.provenAt) })}
      >
        <span className={styles.proof}>
          <ShieldCheck size={14} strokeWidth={1.6} aria-hidden />
          {t('list.proven')}
        </span>
      </td>
      <td className={styles.folder} title={backup.folder}>
        {backup.folder}
        {!backup.chainComplete && <span className={styles.away}>{t('list.away')}</span>}
      </td>
      <td className={styles.actions}>
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            className={styles.link}
            aria-label={`${t(`list.${action}`)} ${when}`}
            onClick={() => onAction(action, backup)}
          >
            {t(`list.${action}`)}
          </button>
        ))}
      </td>
    </tr>
  )
}
