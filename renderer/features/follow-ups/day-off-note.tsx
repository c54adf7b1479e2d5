import { useTranslation } from 'react-i18next'
import { toIsoDate } from '@shared/core/dates'
import { instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import { festivalOf } from '@shared/core/days/holiday'
import { dayOff, nextWorkday } from '@shared/core/days/workdays'
import type { DateReader } from '@shared/features/follow-ups/next-step.rules'
import { useFormat } from '@renderer/lib/format'
import styles from './next-date-field.module.css'

/** Says that a planned day is over, or off, and offers the next working day for the latter. */
export function DayOffNote({
  at,
  allDay,
  reader: { now, calendar },
  onMove,
}: {
  at: number
  allDay: boolean
  reader: DateReader
  onMove: (at: number) => void
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const day = toIsoDate(at)
  const isPast = allDay ? day < toIsoDate(now) : at < now
  if (isPast) return <p className={styles.warn}>{t('composer.past')}</p>
  const off = dayOff(day, calendar)
  if (!off) return null
  const festival = off.name === null ? null : festivalOf(off.name)
  const moved = instantOf(nextWorkday(day, calendar), allDay ? 0 : minutesOf(at))
  return (
    <p className={styles.warn}>
      {off.name === null
        ? t('composer.weekend')
        : t('composer.holiday', { name: festival ? t(`festival.${festival}`) : off.name })}
      {off.estimated && t('composer.estimated')}
      <button type="button" className={styles.move} onClick={() => onMove(moved)}>
        {t('composer.moveTo', { day: format.planned(instantOf(toIsoDate(moved), 0)) })}
      </button>
    </p>
  )
}
