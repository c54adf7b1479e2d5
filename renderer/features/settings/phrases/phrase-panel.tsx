import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { followUpTypes } from '@shared/features/follow-ups/follow-ups.schema'
import type { PhraseKind } from '@shared/features/phrases/phrases.enums'
import {
  type Phrase,
  type PhraseFields,
  type PhraseFormValues,
  phraseInput,
} from '@shared/features/phrases/phrases.schema'
import { FormField } from '@renderer/components/form-field'
import { Note } from '@renderer/components/note'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import styles from './phrases.module.css'

/** Makes a template or phrase (null) or changes one, in its place in the list. */
export function PhrasePanel({
  kind,
  phrase,
  onClose,
}: {
  kind: PhraseKind
  phrase: Phrase | null
  onClose: () => void
}) {
  const { t } = useTranslation(['phrases', 'common'])
  const errorText = useErrorText()
  const undoToast = useUndoToast()
  const [problem, setProblem] = useState<unknown>(null)
  const { control, handleSubmit, formState } = useForm<PhraseFormValues, unknown, PhraseFields>({
    resolver: zodResolver(phraseInput),
    defaultValues: {
      ...{ kind, type: phrase?.type ?? null },
      ...{ title: phrase?.title ?? '', content: phrase?.content ?? '' },
    },
  })
  const save = handleSubmit(async ({ kind: _kind, ...fields }) => {
    setProblem(null)
    try {
      await (phrase
        ? request('phrases.update', { id: phrase.id, ...fields })
        : request('phrases.create', { phrases: [{ kind, ...fields }] }))
      undoToast(t(phrase ? 'toast.changed' : 'toast.added', { title: fields.title }))
      onClose()
    } catch (error) {
      setProblem(error)
    }
  })
  return (
    <form
      className={styles.panel}
      aria-label={phrase?.title ?? t(`add.${kind}`)}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        blockComposingEnter(event)
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <Controller
        control={control}
        name="title"
        render={({ field, fieldState }) => (
          <FormField label={t('title')} required error={fieldState.error?.message}>
            {(props) => <Input {...field} {...props} autoFocus autoComplete="off" />}
          </FormField>
        )}
      />
      <Controller
        control={control}
        name="type"
        render={({ field }) => (
          <FormField label={t('for')}>
            {({ status: _status, ...props }) => (
              <Select
                {...props}
                value={field.value ?? 'any'}
                onChange={(next) => field.onChange(next === 'any' ? null : next)}
                options={[
                  { value: 'any' as const, label: t('anyType') },
                  ...followUpTypes.map((value) => ({
                    value,
                    label: t(`common:followUpType.${value}`),
                  })),
                ]}
              />
            )}
          </FormField>
        )}
      />
      <div className={styles.wide}>
        <Controller
          control={control}
          name="content"
          render={({ field, fieldState }) => (
            <FormField
              label={t('content')}
              required
              error={fieldState.error?.message}
              hint={t('placeholders')}
            >
              {(props) => (
                <Input.TextArea {...field} {...props} autoSize={{ minRows: 3, maxRows: 10 }} />
              )}
            </FormField>
          )}
        />
      </div>
      {problem !== null && (
        <div className={styles.wide}>
          <Note tone="error">{errorText(problem)}</Note>
        </div>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={formState.isSubmitting}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  )
}
