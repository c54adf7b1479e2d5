import { FileX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { UnreadableFile } from '@shared/features/backups/restore.schema'
import styles from './backup-table.module.css'
import ownStyles from './restore-unreadable.module.css'

/** Files that are called backups and do not read: shown with the reason, so that nobody looks for them in vain. */
export function UnreadableFiles({ files }: { files: readonly UnreadableFile[] }) {
  const { t } = useTranslation('backups')
  return (
    <section className={styles.box} data-region>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('found.unreadable')}</h2>
        <span className={styles.count}>{t('found.files', { count: files.length })}</span>
      </div>
      <ul className={ownStyles.list}>
        {files.map(({ token, fileName, folder, reason }) => (
          <li key={token} className={ownStyles.file} title={folder}>
            <FileX size={14} strokeWidth={1.6} aria-hidden />
            <span className={ownStyles.name}>{fileName}</span>
            <span className={ownStyles.reason}>{t(`found.reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
