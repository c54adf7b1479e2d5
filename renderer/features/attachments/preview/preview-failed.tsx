import { useTranslation } from 'react-i18next'
import styles from './preview.module.css'

/** Stands in place of a file that cannot be drawn: broken, or protected by a password of its own. */
export function PreviewFailed({ locked = false }: { locked?: boolean }) {
  const { t } = useTranslation('attachments')
  return (
    <div className={styles.none} role="alert">
      <p className={styles.words}>{t(locked ? 'noPreview.locked' : 'noPreview.failed')}</p>
    </div>
  )
}
