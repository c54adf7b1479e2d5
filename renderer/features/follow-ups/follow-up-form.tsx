import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Input, Segmented } from 'antd'
import { useEffect, useId, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  followUpInput,
  followUpTypes,
  type FollowUpFields,
  type FollowUpFormValues,
} from '@shared/features/follow-ups/follow-ups.schema'
import { Kbd } from '@renderer/components/kbd'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import { useFieldError } from '@renderer/lib/field-error'
import { isComposing } from '@renderer/lib/ime'
import styles from './follow-up-form.module.css'
import { NextDateField } from './next-date-field'
import { NextNote } from './next-note'
import { TypeIcon } from './type-icon'
import { WhenField } from './when-field'

/**
 * The open composer, for a new follow-up and for changing an old one. Ctrl Enter saves, Esc closes; every change is
 * told to `onDraft`.
 */
export function FollowUpForm({
  start,
  onSave,
  onDraft,
  onDiscard,
  onClose,
}: {
  start: FollowUpFormValues
  /** Saves; a thrown error stays on the form. */
  onSave: (fields: FollowUpFields) => Promise<void>
  onDraft: (values: FollowUpFormValues) => void
  /** Throws away what was kept of an earlier visit; absent when nothing was. */
  onDiscard: (() => void) | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const errorText = useErrorText()
  const fieldError = useFieldError()
  const errorId = useId()
  const [now] = useState(() => Date.now())
  const [problem, setProblem] = useState<unknown>(null)
  const { control, handleSubmit, subscribe, formState } = useForm<
    FollowUpFormValues,
    unknown,
    FollowUpFields
  >({ resolver: zodResolver(followUpInput), defaultValues: start })

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => onDraft({ ...values }),
      }),
    [subscribe, onDraft],
  )
  const save = handleSubmit(async (fields) => {
    setProblem(null)
    try {
      await onSave(fields)
    } catch (error) {
      setProblem(error)
    }
  })
  const contentError = fieldError(formState.errors.content?.message)

  return (
    <form
      className={styles.form}
      aria-label={t('composer.label')}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (isComposing(event) || event.defaultPrevented) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void save()
        }
        if (event.key === 'Escape') {
          event.preventDefault()
          onClose()
        }
      }}
    >
      <div className={styles.head}>
        <Controller
          control={control}
          name="type"
          render={({ field: { ref: _ref, ...field } }) => (
            <Segmented
              {...field}
              size="small"
              aria-label={t('composer.type')}
              options={followUpTypes.map((type) => ({
                value: type,
                label: (
                  <span className={styles.type}>
                    <TypeIcon type={type} />
                    {t(`common:followUpType.${type}`)}
                  </span>
                ),
              }))}
            />
          )}
        />
        <Controller
          control={control}
          name="occurredAt"
          render={({ field: { value, onChange } }) => (
            <WhenField value={value} now={now} onChange={onChange} />
          )}
        />
      </div>
      <Controller
        control={control}
        name="content"
        render={({ field }) => (
          <Input.TextArea
            {...field}
            className={styles.content}
            variant="borderless"
            autoFocus
            autoSize={{ minRows: 3, maxRows: 10 }}
            placeholder={t('composer.placeholder')}
            aria-label={t('composer.content')}
            aria-invalid={contentError !== null}
            aria-describedby={contentError ? errorId : undefined}
          />
        )}
      />
      {contentError && (
        <div id={errorId} className={styles.error} role="alert">
          {contentError}
        </div>
      )}
      <div className={styles.next}>
        <span className={styles.label}>{t('composer.next')}</span>
        <Controller
          control={control}
          name="nextFollowAt"
          render={({ field: { value, onChange } }) => (
            <NextDateField value={value ?? null} now={now} onChange={onChange} />
          )}
        />
        <NextNote control={control} />
      </div>
      {problem !== null && (
        <div className={styles.problem}>
          <Note tone="error">{errorText(problem)}</Note>
        </div>
      )}
      <footer className={styles.foot}>
        <span className={styles.hint}>{t('composer.draftKept')}</span>
        {onDiscard && (
          <Button type="text" onClick={onDiscard}>
            {t('composer.discard')}
          </Button>
        )}
        <Button onClick={onClose}>{t('composer.close')}</Button>
        <Button type="primary" htmlType="submit" loading={formState.isSubmitting}>
          {t('composer.save')}
          <Kbd keys="mod+enter" joined />
        </Button>
      </footer>
    </form>
  )
}
