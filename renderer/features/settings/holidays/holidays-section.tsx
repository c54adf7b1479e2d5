import { Button } from 'antd'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { ErrorState } from '@renderer/components/error-state'
import { IconButton } from '@renderer/components/icon-button'
import { Note } from '@renderer/components/note'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { SectionHead } from '../section-head'
import { DayForm } from './day-form'
import { HolidayRow } from './holiday-row'
import styles from './holidays.module.css'
import { ImportDialog } from './import-dialog'
import { useHolidayCommands } from './use-holiday-commands'

const [firstYear, lastYear] = [1900, 2200]

/** The days off and worked weekends by which dates are counted: a year at a time, changed by hand or by a list (D5). */
export function HolidaysSection({ title }: { title: string }) {
  const { t } = useTranslation('holidays')
  const { allowed } = useRights()
  const [year, setYear] = useState(() => new Date(systemClock()).getFullYear())
  const [importing, setImporting] = useState(false)
  const { data, error, refetch } = useRouteQuery('holidays.list', { year }, { keepPrevious: true })
  const commands = useHolidayCommands()
  const canWrite = allowed('fields.manage')
  const days = data?.days ?? []
  const isEstimated = days.some(({ origin }) => origin === 'estimated')
  const hasOwn = days.some(({ origin }) => origin === 'own')
  return (
    <>
      <SectionHead
        title={title}
        action={
          <div className={styles.tools}>
            <Button
              disabled={days.every(({ origin }) => origin === 'estimated')}
              onClick={() => void commands.exportYear(year)}
            >
              {t('export')}
            </Button>
            {canWrite && <Button onClick={() => setImporting(true)}>{t('import.open')}</Button>}
          </div>
        }
      />
      <p className={styles.intro}>{t('intro')}</p>
      <div className={styles.bar}>
        <IconButton
          icon={ChevronLeft}
          label={t('yearBefore')}
          disabled={year <= firstYear}
          onClick={() => setYear(year - 1)}
        />
        <h3 className={styles.year}>{t('year', { year })}</h3>
        <IconButton
          icon={ChevronRight}
          label={t('yearAfter')}
          disabled={year >= lastYear}
          onClick={() => setYear(year + 1)}
        />
        {canWrite && hasOwn && (
          <Button size="small" onClick={() => void commands.reset(year)}>
            {t('reset')}
          </Button>
        )}
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isEstimated && (
        <div className={styles.note}>
          <Note tone="warn">{t('estimatedNote', { year })}</Note>
        </div>
      )}
      {data && days.length === 0 && <p className={styles.intro}>{t('none')}</p>}
      {days.length > 0 && (
        <ul className={styles.list} aria-label={t('year', { year })}>
          {days.map((day) => (
            <HolidayRow key={day.date} day={day} commands={canWrite ? commands : null} />
          ))}
        </ul>
      )}
      {canWrite && <DayForm key={year} year={year} onSave={commands.set} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} commands={commands} />}
    </>
  )
}
