import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  densities,
  languages,
  themes,
  type Preferences,
} from '@shared/features/preferences/preferences.contract'
import { useUndoToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { useHistoryPanel } from '@renderer/lib/history-panel'
import { useRights } from '@renderer/lib/use-rights'
import { useSetPreferences } from '@renderer/lib/use-set-preferences'
import { ReminderRows } from './reminder-rows'
import { SectionHead } from './section-head'
import styles from './settings.module.css'

const choices = { language: languages, theme: themes, density: densities } as const

/** Language, theme and row density of this computer; each change shows at once and can be taken back. */
export function GeneralSection({ title }: { title: string }) {
  const { t } = useTranslation(['settings', 'history'])
  const { data: preferences } = useRouteQuery('preferences.get', {})
  const set = useSetPreferences()
  const undoToast = useUndoToast()
  const { allowed } = useRights()
  const openHistory = useHistoryPanel((state) => state.open)
  if (!preferences) return null

  async function change(next: Partial<Preferences>, before: Partial<Preferences>): Promise<void> {
    await set(next)
    undoToast(t('changed'), () => set(before))
  }

  return (
    <>
      <SectionHead title={title} />
      <div className={styles.rows}>
        {(['language', 'theme', 'density'] as const).map((name) => (
          <div key={name} className={styles.row} role="group" aria-label={t(`general.${name}`)}>
            <span className={styles.label}>{t(`general.${name}`)}</span>
            <span>
              <Segmented
                value={preferences[name]}
                options={choices[name].map((value) => ({
                  value,
                  label: t(`general.options.${name}.${value}`),
                }))}
                onChange={(value) => void change({ [name]: value }, { [name]: preferences[name] })}
              />
            </span>
          </div>
        ))}
        <ReminderRows
          value={preferences}
          onChange={(next) =>
            void change(next, {
              reminders: preferences.reminders,
              reminderNames: preferences.reminderNames,
            })
          }
        />
        {allowed('history.undo') && (
          <div className={styles.row} role="group" aria-label={t('history:title')}>
            <span className={styles.label}>{t('history:title')}</span>
            <Button title={t('history:panelHint')} onClick={() => openHistory()}>
              {t('history:openPanel')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}
