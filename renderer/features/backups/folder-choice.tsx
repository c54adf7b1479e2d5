import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GrantedFolder } from '@shared/features/vault/vault.schema'
import { Note } from '@renderer/components/note'
import styles from './restore-page.module.css'

/** The folder that will hold the restored book, and what speaks against it. */
export function FolderChoice({
  folder,
  bookName,
  disabled,
  onChange,
}: {
  folder: GrantedFolder | null
  bookName: string
  disabled: boolean
  onChange: () => void
}) {
  const { t } = useTranslation('backups')
  return (
    <section>
      <div className={styles.label}>{t('restore.folder')}</div>
      <div className={styles.folder}>
        <span className={styles.path} title={folder?.path}>
          {folder?.path}
        </span>
        <Button size="small" disabled={disabled} onClick={onChange}>
          {t('restore.changeFolder')}
        </Button>
      </div>
      <div className={styles.hint}>{t('restore.folderHint', { name: bookName })}</div>
      {folder && folder.verdict !== 'ok' && (
        <div style={{ marginTop: 12 }}>
          <Note tone="warn">
            {t(`restore.verdict.${folder.verdict}`, { service: folder.service ?? '' })}
          </Note>
        </div>
      )}
    </section>
  )
}
