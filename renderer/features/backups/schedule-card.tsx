import { CalendarClock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from './card'
import styles from './schedule-card.module.css'
import { SwitchRow } from './switch-row'
import { useSchedule } from './use-schedule'

const switches = ['onLock', 'onDrive', 'daily'] as const

/** When backups are made by themselves (R094); who does not manage the vault sees it and changes nothing. */
export function ScheduleCard() {
  const { t } = useTranslation('backups')
  const { schedule, disabled, set } = useSchedule()
  if (!schedule) return null
  return (
    <Card icon={CalendarClock} title={t('schedule.title')}>
      {switches.map((name) => (
        <SwitchRow
          key={name}
          label={t(`schedule.${name}`)}
          checked={schedule[name]}
          disabled={disabled}
          onChange={(on) => set({ [name]: on })}
        />
      ))}
      <p className={styles.note}>{t('schedule.note')}</p>
    </Card>
  )
}
