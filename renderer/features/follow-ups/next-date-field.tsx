import { CalendarPlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DateReader } from '@shared/features/follow-ups/next-step.rules'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import { useFormat } from '@renderer/lib/format'
import { listDateChips } from './date-chips'
import { DayOffNote } from './day-off-note'
import { NextChip } from './next-chip'
import styles from './next-date-field.module.css'
import { useRhythmDay } from './use-rhythm-day'
import { WordsField } from './words-field'

/** When to come back: the chosen moment and where it was read, chips for the usual days, and a field for any other. */
export function NextDateField({
  value,
  allDay,
  type,
  source,
  reader,
  customerId,
  onChoose,
  onType,
  onDrop,
}: {
  value: number | null
  allDay: boolean
  type: FollowUpType | null
  /** Words of the text that it was read from; null where the person chose it. */
  source: string | null
  reader: DateReader
  customerId: number
  onChoose: (at: number, allDay: boolean) => void
  onType: (type: FollowUpType | null) => void
  onDrop: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const { now } = reader
  const rhythm = useRhythmDay(customerId, now)
  const [open, setOpen] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState(0)
  // What was pressed goes away with the press; the keys must stay in the form.
  useEffect(() => {
    if (left > 0) group.current?.querySelector('button')?.focus()
  }, [left])
  const leave = () => {
    setOpen(false)
    setLeft((times) => times + 1)
  }
  return (
    <div ref={group} className={styles.field} role="group" aria-label={t('composer.next')}>
      {value !== null && (
        <div className={styles.line}>
          <NextChip
            at={value}
            {...{ type, now, onType }}
            onDrop={() => {
              onDrop()
              leave()
            }}
          />
          {source !== null && (
            <span data-private className={styles.source}>
              {t('composer.source', { words: source })}
            </span>
          )}
          <DayOffNote
            at={value}
            {...{ allDay, reader }}
            onMove={(at) => {
              onChoose(at, allDay)
              leave()
            }}
          />
        </div>
      )}
      <div className={styles.line}>
        {rhythm !== null && (
          <button
            type="button"
            className={styles.chip}
            aria-pressed={rhythm === value && allDay}
            title={format.planned(rhythm)}
            onClick={() => (rhythm === value ? onDrop() : onChoose(rhythm, true))}
          >
            {t('chip.rhythm', { day: format.shortDate(rhythm) })}
          </button>
        )}
        {listDateChips(now).map(({ key, at }) => (
          <button
            key={key}
            type="button"
            className={styles.chip}
            aria-pressed={at === value && allDay}
            title={format.planned(at)}
            onClick={() => (at === value ? onDrop() : onChoose(at, true))}
          >
            {t(`chip.${key}`)}
          </button>
        ))}
        {!open && (
          <button type="button" className={styles.chip} onClick={() => setOpen(true)}>
            <CalendarPlus size={13} strokeWidth={1.6} aria-hidden />
            {t('composer.pick')}
          </button>
        )}
        {open && (
          <WordsField
            {...{ value, reader }}
            onChoose={(at, isAllDay) => {
              onChoose(at, isAllDay)
              leave()
            }}
            onClose={leave}
          />
        )}
      </div>
    </div>
  )
}
