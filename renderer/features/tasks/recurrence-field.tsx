import { Checkbox, DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { toIsoDate } from '@shared/core/dates'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import { instantOf, weekdayOf } from '@shared/core/days/day-arithmetic'
import { leavesOutShortMonths, listOccurrences } from '@shared/features/tasks/recurrence.rules'
import {
  frequencies,
  longestCount,
  type Frequency,
  type Recurrence,
} from '@shared/features/tasks/recurrence.schema'
import { FormField } from '@renderer/components/form-field'
import { useFormat } from '@renderer/lib/format'
import { useRecurrenceWords } from './recurrence-words'
import styles from './recurrence-field.module.css'
import type { TaskFormControl } from './task-form'

const bundled = makeHolidayCalendar([])
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const
const endless = '2200-12-31'

/** How a task comes again, in plain words, with the next days that come of it. */
export function RecurrenceField({ form }: { form: TaskFormControl }) {
  const { t } = useTranslation('tasks')
  const { control, setValue } = form
  const dueAt = useWatch({ control, name: 'dueAt' }) ?? null
  const rule = useWatch({ control, name: 'recurrence' }) ?? null
  if (dueAt === null) return null
  const start = toIsoDate(dueAt)
  const change = (next: Recurrence | null) => setValue('recurrence', next)
  const choose = (freq: Frequency | 'none') =>
    change(freq === 'none' ? null : { freq, interval: 1, end: rule?.end ?? { kind: 'never' } })
  return (
    <div className={styles.field}>
      <FormField label={t('field.repeat')}>
        {(props) => (
          <Select<Frequency | 'none'>
            {...props}
            value={rule?.freq ?? 'none'}
            options={(['none', ...frequencies] as const).map((value) => ({
              value,
              label: t(`freq.${value}`),
            }))}
            onChange={choose}
          />
        )}
      </FormField>
      {rule && (
        <>
          <div className={styles.line}>
            <span>{t('repeat.everyLabel')}</span>
            <InputNumber
              size="small"
              className={styles.number ?? ''}
              aria-label={t('repeat.interval')}
              min={1}
              max={99}
              precision={0}
              value={rule.interval}
              onChange={(interval) => change({ ...rule, interval: interval ?? 1 })}
            />
            <span>{t(`unit.${rule.freq}`, { count: rule.interval })}</span>
          </div>
          {rule.freq === 'weekly' && <Weekdays {...{ rule, start, change }} />}
          {rule.freq === 'monthly' && (
            <Checkbox
              checked={rule.byMonthDay === -1}
              onChange={({ target }) => {
                const { byMonthDay: _, ...rest } = rule
                change(target.checked ? { ...rest, byMonthDay: -1 } : rest)
              }}
            >
              {t('repeat.onLastDay')}
            </Checkbox>
          )}
          <EndLine {...{ rule, start, change }} />
          <Checkbox
            checked={rule.skipDaysOff ?? false}
            onChange={({ target }) => {
              const { skipDaysOff: _, ...rest } = rule
              change(target.checked ? { ...rest, skipDaysOff: true } : rest)
            }}
          >
            {t('repeat.skipDaysOff')}
          </Checkbox>
          <Preview rule={rule} start={start} />
        </>
      )}
    </div>
  )
}

type Part = { rule: Recurrence; start: string; change: (next: Recurrence) => void }

function Weekdays({ rule, start, change }: Part) {
  const { t } = useTranslation('tasks')
  const chosen = rule.byWeekday ?? [weekdayOf(start)]
  return (
    <div className={styles.line} role="group" aria-label={t('repeat.weekdays')}>
      {weekdays.map((day) => {
        const isOn = chosen.includes(day)
        return (
          <button
            key={day}
            type="button"
            className={styles.day}
            aria-pressed={isOn}
            onClick={() => {
              const next = isOn ? chosen.filter((one) => one !== day) : [...chosen, day]
              if (next.length > 0) change({ ...rule, byWeekday: next })
            }}
          >
            {t(`weekday.${day}`)}
          </button>
        )
      })}
    </div>
  )
}

function EndLine({ rule, start, change }: Part) {
  const { t } = useTranslation('tasks')
  const { end } = rule
  const ends: Record<typeof end.kind, Recurrence['end']> = {
    never: { kind: 'never' },
    count: { kind: 'count', count: 10 },
    until: { kind: 'until', date: start },
  }
  return (
    <div className={styles.line}>
      <Select<typeof end.kind>
        size="small"
        className={styles.end ?? ''}
        aria-label={t('repeat.end')}
        value={end.kind}
        options={(['never', 'count', 'until'] as const).map((value) => ({
          value,
          label: t(`end.${value}`),
        }))}
        onChange={(kind) => change({ ...rule, end: ends[kind] })}
      />
      {end.kind === 'count' && (
        <>
          <InputNumber
            size="small"
            className={styles.number ?? ''}
            aria-label={t('end.times')}
            min={1}
            max={longestCount}
            precision={0}
            value={end.count}
            onChange={(count) => change({ ...rule, end: { kind: 'count', count: count ?? 1 } })}
          />
          <span>{t('end.times')}</span>
        </>
      )}
      {end.kind === 'until' && (
        <DatePicker
          size="small"
          allowClear={false}
          aria-label={t('end.until')}
          value={dayjs(instantOf(end.date, 0))}
          onChange={(next) => {
            if (next) change({ ...rule, end: { kind: 'until', date: toIsoDate(next.valueOf()) } })
          }}
        />
      )}
    </div>
  )
}

function Preview({ rule, start }: { rule: Recurrence; start: string }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const words = useRecurrenceWords()
  const days = listOccurrences(rule, start, start, endless, 4, bundled)
  return (
    <p className={styles.preview} role="status">
      {words(rule, start)}
      <br />
      {days.length === 0
        ? t('repeat.noneLeft')
        : t('repeat.next', { days: days.map((day) => format.day(instantOf(day, 0))).join(' · ') })}
      {leavesOutShortMonths(rule, start) && ` ${t('repeat.shortMonths')}`}
    </p>
  )
}
