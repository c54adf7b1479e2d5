import { DatePicker, InputNumber, Select, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { toIsoDate } from '@shared/core/dates'
import { instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import { movedReminder } from '@shared/features/tasks/tasks.rules'
import { longestDuration } from '@shared/features/tasks/tasks.schema'
import { FormField } from '@renderer/components/form-field'
import { useFormat } from '@renderer/lib/format'
import { reminderChoices } from './reminder-choices'
import styles from './task-drawer.module.css'
import type { TaskFormControl } from './task-form'

/** Day, time (none: the whole day), how long, and when to be told of it. The reminder moves with the day. */
export function WhenFields({ form }: { form: TaskFormControl }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const { control, setValue, formState } = form
  const dueAt = useWatch({ control, name: 'dueAt' }) ?? null
  const allDay = useWatch({ control, name: 'allDay' }) ?? false
  const remindAt = useWatch({ control, name: 'remindAt' }) ?? null
  const duration = useWatch({ control, name: 'durationMinutes' }) ?? null

  function change(date: string | null, minutes: number | null) {
    const next = date === null ? null : instantOf(date, minutes ?? 0)
    setValue('remindAt', next === null ? null : movedReminder(remindAt, dueAt, next))
    setValue('dueAt', next, { shouldValidate: formState.isSubmitted })
    setValue('allDay', minutes === null)
    if (next === null) setValue('recurrence', null)
  }
  const day = dueAt === null ? null : toIsoDate(dueAt)
  const minutes = dueAt === null || allDay ? null : minutesOf(dueAt)
  const choices = dueAt === null ? [] : reminderChoices(dueAt, allDay)
  const isChoice = choices.some(({ at }) => at === remindAt)
  return (
    <>
      <div className={styles.pair}>
        <FormField label={t('field.day')} error={formState.errors.dueAt?.message}>
          {(props) => (
            <DatePicker
              {...props}
              className={styles.wide ?? ''}
              placeholder={t('form.noDay')}
              value={dueAt === null ? null : dayjs(dueAt)}
              onChange={(next) => change(next ? toIsoDate(next.valueOf()) : null, minutes)}
            />
          )}
        </FormField>
        <FormField label={t('field.time')}>
          {(props) => (
            <TimePicker
              {...props}
              className={styles.wide ?? ''}
              format="HH:mm"
              minuteStep={5}
              needConfirm={false}
              disabled={day === null}
              placeholder={t('form.allDay')}
              value={minutes === null || dueAt === null ? null : dayjs(dueAt)}
              onChange={(next) => change(day, next ? minutesOf(next.valueOf()) : null)}
            />
          )}
        </FormField>
      </div>
      {dueAt !== null && (
        <div className={styles.pair}>
          <FormField label={t('field.reminder')}>
            {(props) => (
              <Select<number>
                {...props}
                className={styles.wide ?? ''}
                allowClear
                placeholder={t('form.noReminder')}
                value={remindAt}
                options={[
                  ...choices.map(({ key, at }) => ({ value: at, label: t(`reminder.${key}`) })),
                  ...(remindAt === null || isChoice
                    ? []
                    : [{ value: remindAt, label: format.full(remindAt) }]),
                ]}
                onChange={(next: number | undefined) => setValue('remindAt', next ?? null)}
              />
            )}
          </FormField>
          {minutes !== null && (
            <FormField label={t('field.duration')}>
              {(props) => (
                <InputNumber
                  {...props}
                  className={styles.wide ?? ''}
                  min={1}
                  max={longestDuration}
                  precision={0}
                  step={15}
                  suffix={t('form.minutes')}
                  value={duration}
                  onChange={(next) => setValue('durationMinutes', next)}
                />
              )}
            </FormField>
          )}
        </div>
      )}
    </>
  )
}
