import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { instantOf } from '@shared/core/days/day-arithmetic'
import { midnightOf, snoozeDates } from '@shared/features/today/today.rules'
import type { NextStep } from '@shared/features/today/today.schema'
import { useFormat } from '@renderer/lib/format'
import { isPlainEnter } from '@renderer/lib/ime'
import styles from './next-composer.module.css'
import { readNext } from './read-next.rules'

/** Asked when something is done: what comes next, with the day in words. Enter finishes it; an empty field means nothing comes. */
export function NextComposer({
  onSave,
  onClose,
}: {
  /** Answers whether it worked. */
  onSave: (next: NextStep | null) => Promise<boolean>
  onClose: () => void
}) {
  const { t } = useTranslation(['today', 'common'])
  const format = useFormat()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const [lacksDay, setLacksDay] = useState(false)
  const [busy, setBusy] = useState(false)
  const now = systemClock()
  const read = readNext(text, now)
  const date = read.date ?? picked
  const { tomorrow, nextMonday } = snoozeDates(now)

  async function save(): Promise<void> {
    if (busy) return
    if (date === null && read.note !== '') return setLacksDay(true)
    const note = read.note === '' ? null : read.note
    const next = date === null ? null : { date, minutes: read.minutes, note, type: null }
    setBusy(true)
    if (!(await onSave(next))) setBusy(false)
  }

  const when =
    date === null
      ? null
      : [
          format.day(midnightOf(date)),
          read.minutes !== null && format.time(instantOf(date, read.minutes)),
        ]
          .filter(Boolean)
          .join(' ')
  return (
    <div className={styles.composer} role="group" aria-label={t('next.label')}>
      <div className={styles.line}>
        <Input
          autoFocus
          size="small"
          aria-label={t('next.label')}
          aria-invalid={lacksDay}
          placeholder={t('next.placeholder')}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setLacksDay(false)
          }}
          onKeyDown={(event) => {
            if (isPlainEnter(event)) {
              event.preventDefault()
              void save()
            }
            if (event.key === 'Escape') {
              event.stopPropagation()
              onClose()
            }
          }}
        />
        <Button size="small" type="primary" loading={busy} onClick={() => void save()}>
          {t(date === null && read.note === '' ? 'next.only' : 'next.save')}
        </Button>
        <Button size="small" type="text" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
      <div className={styles.line}>
        {lacksDay ? (
          <span role="alert" className={styles.error}>
            {t('next.lacksDay')}
          </span>
        ) : (
          when && (
            <span className={styles.read} aria-live="polite">
              {[when, read.note].filter(Boolean).join(' · ')}
            </span>
          )
        )}
        {read.date === null &&
          (
            [
              ['tomorrow', tomorrow],
              ['nextMonday', nextMonday],
            ] as const
          ).map(([name, day]) => (
            <button
              key={name}
              type="button"
              className={styles.chip}
              aria-pressed={picked === day}
              onClick={() => {
                setPicked(picked === day ? null : day)
                setLacksDay(false)
              }}
            >
              {t(`snooze.${name}`)}
            </button>
          ))}
      </div>
    </div>
  )
}
