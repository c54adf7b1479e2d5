import { Button } from 'antd'
import { Folder } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { GrantedFolder } from '@shared/features/vault/vault.schema'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import styles from './folder-field.module.css'

/** The folder of the book, chosen in the system's dialog, with the reason when it cannot be used. */
export function FolderField({
  folder,
  error,
  onChoose,
}: {
  folder: GrantedFolder | null
  error: unknown
  onChoose: () => void
}) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const refused = folder !== null && folder.verdict !== 'ok'
  return (
    <div className={styles.field} role="group" aria-label={t('book.folder')}>
      <span className={styles.label}>{t('book.folder')}</span>
      <div className={styles.row}>
        <span className={styles.path} title={folder?.path}>
          <Folder size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
          <span className={styles.text}>{folder?.path ?? ''}</span>
        </span>
        <Button size="large" onClick={onChoose}>
          {t('book.choose')}
        </Button>
      </div>
      {refused ? (
        <Note tone="error">
          {t(`verdict.${folder.verdict}`, { service: folder.service ?? '' })}
        </Note>
      ) : (
        <span className={styles.hint}>{error ? errorText(error) : t('book.folderHint')}</span>
      )}
    </div>
  )
}
