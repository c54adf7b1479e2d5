import { useTranslation } from 'react-i18next'
import { Seal } from './seal'
import styles from './window-bar.module.css'

/**
 * The title bar: 44 px, the whole width, drags the window. Mark, name of the program and the book at the left; room is left
 * for the window buttons of the system.
 */
export function WindowBar({
  bookName = null,
  center,
  actions,
}: {
  bookName?: string | null
  center?: React.ReactNode
  actions?: React.ReactNode
}) {
  const { t } = useTranslation('common')
  return (
    <header className={styles.bar}>
      <div className={styles.left}>
        <Seal />
        <span className={styles.name}>{t('appName')}</span>
        {bookName && (
          <span className={styles.book} title={bookName}>
            {bookName}
          </span>
        )}
      </div>
      <div className={styles.center}>{center}</div>
      <div className={styles.actions}>{actions}</div>
    </header>
  )
}
