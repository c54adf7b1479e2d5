import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LeavingScreen } from './leaving-screen'
import styles from './lock-warning.module.css'
import { useDraftSession, useLocking } from './use-locking'

/** Says at the bottom of the window that the book is about to lock, until somebody moves. */
export function LockWarning() {
  const { t } = useTranslation('locking')
  useDraftSession()
  const seconds = useLocking()
  return (
    <>
      <LeavingScreen />
      <div className={styles.host}>
        {/* Read out once: a number that changes every second would be read every second. */}
        <div role="status" className={styles.spoken}>
          {seconds !== null && t('warning.spoken')}
        </div>
        {seconds !== null && (
          <div className={styles.toast} aria-hidden>
            <Lock size={16} strokeWidth={1.6} />
            <span className={styles.text}>{t('warning.shown', { count: seconds })}</span>
          </div>
        )}
      </div>
    </>
  )
}
