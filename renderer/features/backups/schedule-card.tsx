import { Switch } from 'antd'
import { CalendarClock } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSchedule } from '@shared/features/backups/backup-schedule.schema'
import { rotationLimits } from '@shared/features/backups/backup-rotation.rules'
import { useErrorToast } from '@renderer/lib/announce'
import { useRouteCommand, useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { Card } from './card'
import styles from './schedule-card.module.css'

const switches = ['onDrive', 'daily', 'rotate'] as const

/** When backups are made by themselves and how long they stay (R094); who does not manage the vault sees it and changes nothing. */
export function ScheduleCard() {
  const { t } = useTranslation('backups')
  const errorToast = useErrorToast()
  const mayChange = useRights().allowed('vault.manage')
  const { data: schedule } = useRouteQuery('backups.getSchedule', {})
  const set = useRouteCommand('backups.setSchedule')
  if (!schedule) return null
  const shown: BackupSchedule = { ...schedule, ...(set.isPending ? set.variables : {}) }
  return (
    <Card icon={CalendarClock} title={t('schedule.title')}>
      {switches.map((name) => (
        <Row
          key={name}
          label={t(`schedule.${name}`)}
          checked={shown[name]}
          disabled={!mayChange || set.isPending}
          onChange={(on) => set.mutate({ ...schedule, [name]: on }, { onError: errorToast })}
        />
      ))}
      <p className={styles.note}>{t('schedule.note')}</p>
      <p className={styles.note}>
        {shown.rotate ? t('schedule.limits', rotationLimits) : t('schedule.keepAll')}
      </p>
    </Card>
  )
}

function Row({
  label,
  checked,
  disabled,
  onChange,
}: {
  label: string
  checked: boolean
  disabled: boolean
  onChange: (on: boolean) => void
}) {
  const id = useId()
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <Switch id={id} size="small" checked={checked} disabled={disabled} onChange={onChange} />
    </div>
  )
}
