import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { weekdayOf } from '@shared/core/days/day-arithmetic'
import { festivalOf } from '@shared/core/days/holiday'
import type { ListedHoliday } from '@shared/features/holidays/holidays.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './holidays.module.css'
import type { HolidayCommands } from './use-holiday-commands'

/** One day of the list: when, which, free or worked, from where; and what can be changed of it. */
export function HolidayRow({
  day,
  commands,
}: {
  day: ListedHoliday
  /** Null for those who may only look. */
  commands: HolidayCommands | null
}) {
  const { t, i18n } = useTranslation(['holidays', 'calendar'])
  const format = useFormat()
  const { date, name, kind, origin, instead } = day
  const festival = i18n.resolvedLanguage === 'en' ? festivalOf(name) : null
  const other = kind === 'off' ? 'work' : 'off'
  return (
    <li className={styles.row}>
      <span className={styles.date}>
        {t('calendar:dated', {
          date: format.isoDate(date),
          weekday: t(`calendar:weekday.${weekdayOf(date)}`),
        })}
      </span>
      <span className={styles.name}>
        {festival === null ? name : t(`calendar:festival.${festival}`)}
      </span>
      <span>
        <span className={`${styles.mark} ${styles[kind]}`}>{t(`kind.${kind}`)}</span>
      </span>
      <span className={styles.origin}>
        {origin === 'own' && instead !== null ? t('origin.changed') : t(`origin.${origin}`)}
      </span>
      <span className={styles.actions}>
        {commands && (
          <Button
            size="small"
            // What holds without one's own row needs no row.
            onClick={() =>
              void (instead?.kind === other
                ? commands.remove(date)
                : commands.set({ date, name, kind: other }))
            }
          >
            {t(`make.${other}`)}
          </Button>
        )}
        {commands && origin === 'own' && (
          <Button size="small" onClick={() => void commands.remove(date)}>
            {t(instead === null ? 'remove' : 'giveBack')}
          </Button>
        )}
      </span>
    </li>
  )
}
