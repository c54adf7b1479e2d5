import { Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '@shared/features/preferences/preferences.contract'
import styles from './reminder-rows.module.css'
import settings from './settings.module.css'

type Reminders = Pick<Preferences, 'reminders' | 'reminderNames'>

/** Whether the desktop tells what falls due, and how much it says (R070, R089). */
export function ReminderRows({
  value,
  onChange,
}: {
  value: Reminders
  onChange: (change: Partial<Reminders>) => void
}) {
  const { t } = useTranslation('today')
  return (
    <>
      <Row
        label={t('settings.reminders')}
        note={t('settings.remindersNote')}
        checked={value.reminders}
        onChange={(reminders) => onChange({ reminders })}
      />
      <Row
        label={t('settings.names')}
        note={t('settings.namesNote')}
        checked={value.reminders && value.reminderNames}
        disabled={!value.reminders}
        onChange={(reminderNames) => onChange({ reminderNames })}
      />
    </>
  )
}

function Row({
  label,
  note,
  checked,
  disabled = false,
  onChange,
}: {
  label: string
  note: string
  checked: boolean
  disabled?: boolean
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
        <Switch
          id={id}
          checked={checked}
          disabled={disabled}
          aria-describedby={noteId}
          onChange={onChange}
        />
        <p id={noteId} className={styles.note}>
          {note}
        </p>
      </div>
    </div>
  )
}
