import { zodResolver } from '@hookform/resolvers/zod'
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type BehaviorKind, behaviorKinds } from '@shared/features/behaviors/behaviors.enums'
import {
  type BehaviorFields,
  type BehaviorFormValues,
  behaviorInput,
} from '@shared/features/behaviors/behaviors.schema'
import { Note } from '@renderer/components/note'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useFieldError } from '@renderer/lib/field-error'
import { blockComposingEnter } from '@renderer/lib/ime'
import styles from './behaviors.module.css'

/** Nothing yet, as of now. */
function emptyOf(customerId: number, kind: BehaviorKind, channel: string): BehaviorFormValues {
  return { customerId, kind, channel, at: Date.now(), subject: '', note: '' }
}

/** One line that writes down what a customer did; kind and channel stay for the next one. */
export function BehaviorForm({ customerId }: { customerId: number }) {
  const { t } = useTranslation('behaviors')
  const undoToast = useUndoToast()
  const errorText = useErrorText()
  const fieldError = useFieldError()
  const [problem, setProblem] = useState<unknown>(null)
  const [start] = useState(() => emptyOf(customerId, 'browse', ''))
  const { control, handleSubmit, reset, setFocus, formState } = useForm<
    BehaviorFormValues,
    unknown,
    BehaviorFields
  >({ resolver: zodResolver(behaviorInput), defaultValues: start })
  const save = handleSubmit(async (fields) => {
    setProblem(null)
    try {
      await request('behaviors.create', fields)
      undoToast(t('toast.saved'))
      reset(emptyOf(customerId, fields.kind, fields.channel ?? ''))
      setFocus('subject')
    } catch (error) {
      setProblem(error)
    }
  })
  const { errors, isSubmitting } = formState
  const wrong = fieldError((errors.subject ?? errors.channel ?? errors.note)?.message)
  return (
    <form
      className={styles.form}
      aria-label={t('add')}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={blockComposingEnter}
    >
      <div className={styles.fields}>
        <Controller
          control={control}
          name="kind"
          render={({ field }) => (
            <Select<BehaviorKind>
              {...field}
              className={styles.kindField ?? ''}
              aria-label={t('field.kind')}
              options={behaviorKinds.map((value) => ({
                value,
                label: t(`common:behaviorKind.${value}`),
              }))}
            />
          )}
        />
        {(['subject', 'channel', 'note'] as const).map((name) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field }) => (
              <Input
                {...field}
                className={styles[name]}
                value={field.value ?? ''}
                aria-label={t(`field.${name}`)}
                aria-invalid={errors[name] !== undefined}
                placeholder={t(`field.${name}`)}
                {...(errors[name] ? { status: 'error' as const } : {})}
              />
            )}
          />
        ))}
        <Controller
          control={control}
          name="at"
          render={({ field: { value, onChange } }) => (
            <DatePicker
              allowClear={false}
              aria-label={t('field.at')}
              showTime={{ format: 'HH:mm' }}
              format="MM-DD HH:mm"
              className={styles.atField ?? ''}
              value={dayjs(value)}
              maxDate={dayjs().endOf('day')}
              onChange={(next) => next && onChange(next.valueOf())}
            />
          )}
        />
        <Button htmlType="submit" loading={isSubmitting && { delay: 200 }}>
          {t('add')}
        </Button>
      </div>
      {wrong && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      {problem !== null && <Note tone="error">{errorText(problem)}</Note>}
    </form>
  )
}
