import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Note } from '@renderer/components/note'
import styles from './leaving-note.module.css'

/** After somebody lost their account: what that does not cover, and the way to a new data key. */
export function LeavingNote({ name }: { name: string }) {
  const { t } = useTranslation('users')
  return (
    <div className={styles.note}>
      <Note tone="info">
        {t('leaving.text', { name })}{' '}
        <Link to="/settings/security" className={styles.link}>
          {t('leaving.link')}
        </Link>
      </Note>
    </div>
  )
}
