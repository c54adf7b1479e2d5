import { Input } from 'antd'
import { useId } from 'react'
import { Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DateReader } from '@shared/features/follow-ups/next-step.rules'
import { useFieldError } from '@renderer/lib/field-error'
import styles from './follow-up-form.module.css'
import { NextDateField } from './next-date-field'
import { OutcomeRow } from './outcome-row'
import type { FollowUpFormControl, NextStepState } from './use-next-step'

/** How it went and what comes next: outcome, date, and what to do then, which is asked only once there is a date. */
export function NextRows({
  form: { control, setValue },
  step,
  reader,
  customerId,
  children,
}: {
  form: FollowUpFormControl
  step: NextStepState
  reader: DateReader
  customerId: number
  /** What else is to be done. */
  children: React.ReactNode
}) {
  const { t } = useTranslation('follow-ups')
  const fieldError = useFieldError()
  const noteId = useId()
  const [outcome, nextFollowAt, nextAllDay, nextType] = useWatch({
    control,
    name: ['outcome', 'nextFollowAt', 'nextAllDay', 'nextType'],
  })
  return (
    <div className={styles.next}>
      <span className={styles.label}>{t('composer.outcome')}</span>
      <OutcomeRow value={outcome ?? null} onChange={(next) => setValue('outcome', next)} />
      <span className={styles.label}>{t('composer.next')}</span>
      <NextDateField
        value={nextFollowAt ?? null}
        allDay={nextAllDay ?? false}
        type={nextType ?? null}
        source={step.source}
        reader={reader}
        customerId={customerId}
        onChoose={step.choose}
        onType={(type) => setValue('nextType', type)}
        onDrop={step.drop}
      />
      {nextFollowAt && (
        <Controller
          control={control}
          name="nextNote"
          render={({ field: { value, onChange, ...field }, fieldState }) => (
            <>
              <label className={styles.label} htmlFor={noteId}>
                {t('composer.nextNote')}
              </label>
              <div className={styles.note}>
                <Input
                  {...field}
                  id={noteId}
                  size="small"
                  value={value ?? ''}
                  autoComplete="off"
                  aria-invalid={fieldState.invalid}
                  onChange={(event) => {
                    step.ownNote()
                    onChange(event)
                  }}
                />
                {fieldState.error && (
                  <span className={styles.problemText} role="alert">
                    {fieldError(fieldState.error.message)}
                  </span>
                )}
              </div>
            </>
          )}
        />
      )}
      {children}
    </div>
  )
}
