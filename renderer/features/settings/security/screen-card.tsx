import { Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '@renderer/components/kbd'
import { SectionTitle } from '@renderer/components/section-title'
import { useUndoToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { isMac } from '@renderer/lib/platform'
import { readableKeys } from '@renderer/lib/shortcut-keys'
import { useSetPreferences } from '@renderer/lib/use-set-preferences'
import settings from '../settings.module.css'
import styles from './screen-card.module.css'

const privacyKeys = 'mod+shift+h'

/** What others may see of the screen: privacy mode, and protection from captures where the system has it (R089). */
export function ScreenCard() {
  const { t } = useTranslation('privacy')
  const { data: preferences } = useRouteQuery('preferences.get', {})
  const set = useSetPreferences()
  const undoToast = useUndoToast()
  if (!preferences) return null
  const canProtect = preferences.platform !== 'linux'

  async function change(name: 'privacyMode' | 'captureProtection', on: boolean): Promise<void> {
    await set({ [name]: on })
    undoToast(t('settings:changed'), () => set({ [name]: !on }))
  }

  return (
    <section>
      <SectionTitle>{t('card.title')}</SectionTitle>
      <div className={settings.rows}>
        <SwitchRow
          label={t('card.mode')}
          note={t('card.modeNote', { keys: readableKeys(privacyKeys, isMac()).join(' ') })}
          checked={preferences.privacyMode}
          extra={<Kbd keys={privacyKeys} joined />}
          onChange={(on) => void change('privacyMode', on)}
        />
        <SwitchRow
          label={t('card.capture')}
          note={t(canProtect ? 'card.captureNote' : 'card.captureMissing')}
          checked={canProtect && preferences.captureProtection}
          disabled={!canProtect}
          onChange={(on) => void change('captureProtection', on)}
        />
      </div>
    </section>
  )
}

function SwitchRow({
  label,
  note,
  checked,
  disabled = false,
  extra,
  onChange,
}: {
  label: string
  note: string
  checked: boolean
  disabled?: boolean
  extra?: React.ReactNode
  onChange: (on: boolean) => void
}) {
  const id = useId()
  const noteId = `${id}-note`
  return (
    <div className={settings.row}>
      <label htmlFor={id} className={settings.label}>
        {label}
      </label>
      <div className={settings.value}>
        <span className={styles.line}>
          <Switch
            id={id}
            checked={checked}
            disabled={disabled}
            aria-describedby={noteId}
            onChange={onChange}
          />
          {extra}
        </span>
        <p id={noteId} className={styles.note}>
          {note}
        </p>
      </div>
    </div>
  )
}
