import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import { Note } from '@renderer/components/note'
import { useFormat } from '@renderer/lib/format'
import styles from './holidays.module.css'

/** More would push the button out of the window; the count says how many there are. */
const mostErrors = 8
const mostDays = 60

/** What a list would do, day by day, and the rows that cannot be read, each with why. */
export function ImportPreview({ days, errors }: RouteOutput<'holidays.preview'>) {
  const { t } = useTranslation('holidays')
  const format = useFormat()
  const news = days.filter(({ change }) => change !== 'same')
  const same = days.length - news.length
  return (
    <>
      <p className={styles.summary} role="status">
        {[
          t('import.news', { count: news.length }),
          same > 0 && t('import.same', { count: same }),
          errors.length > 0 && t('import.bad', { count: errors.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {errors.length > 0 && (
        <Note tone="warn">
          <ul className={styles.errors} aria-label={t('import.errors')}>
            {errors.slice(0, mostErrors).map(({ row, text, code }) => (
              <li key={row}>{t(`import.error.${code}`, { row, text })}</li>
            ))}
            {errors.length > mostErrors && (
              <li>{t('import.more', { count: errors.length - mostErrors })}</li>
            )}
          </ul>
        </Note>
      )}
      {news.length > 0 && (
        <ul className={styles.days} aria-label={t('import.days')}>
          {news.slice(0, mostDays).map(({ date, name, kind, change }) => (
            <li key={date}>
              {[format.isoDate(date), name, t(`kind.${kind}`), t(`import.change.${change}`)].join(
                ' ',
              )}
            </li>
          ))}
          {news.length > mostDays && <li>{t('import.more', { count: news.length - mostDays })}</li>}
        </ul>
      )}
    </>
  )
}
