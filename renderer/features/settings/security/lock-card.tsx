import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { lockMinutes, type Preferences } from '@shared/features/preferences/preferences.contract'
import { SectionTitle } from '@renderer/components/section-title'
import { useUndoToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { useSetPreferences } from '@renderer/lib/use-set-preferences'
import settings from '../settings.module.css'
import styles from './lock-card.module.css'

type Minutes = Preferences['lockAfterMinutes']

/** After how many minutes without input the book locks (X1), and what locks it at once. */
export function LockCard() {
  const { t } = useTranslation('locking')
  const { data: preferences } = useRouteQuery('preferences.get', {})
  const set = useSetPreferences()
  const undoToast = useUndoToast()
  const id = useId()
  const noteId = `${id}-note`
  if (!preferences) return null
  const { lockAfterMinutes: before } = preferences

  async function change(lockAfterMinutes: Minutes): Promise<void> {
    await set({ lockAfterMinutes })
    undoToast(t('settings:changed'), () => set({ lockAfterMinutes: before }))
  }

  return (
    <section>
      <SectionTitle>{t('card.title')}</SectionTitle>
      <div className={settings.rows}>
        <div className={settings.row}>
          <label htmlFor={id} className={settings.label}>
            {t('card.after')}
          </label>
          <div className={settings.value}>
            <Select<Minutes>
              id={id}
              className={styles.choice}
              value={before}
              options={lockMinutes.map((minutes) => ({
                value: minutes,
                label: t('card.minutes', { count: minutes }),
              }))}
              aria-describedby={noteId}
              onChange={(minutes) => void change(minutes)}
            />
            <p id={noteId} className={styles.note}>
              {t('card.note')}
            </p>
          </div>
        </div>
      </div>
    </section>
  )
}
