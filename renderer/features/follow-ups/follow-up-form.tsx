import { zodResolver } from '@hookform/resolvers/zod'
import { Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  followUpInput,
  type EntryTask,
  followUpTypes,
  type FollowUpFields,
  type FollowUpFormValues,
} from '@shared/features/follow-ups/follow-ups.schema'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import { useFieldError } from '@renderer/lib/field-error'
import { isComposing } from '@renderer/lib/ime'
import type { EntryCustomer } from './entry-customer'
import { ChosenFiles } from './entry-files'
import { EntryText } from './entry-text'
import styles from './follow-up-form.module.css'
import { FormFoot } from './form-foot'
import { MetField } from './met-field'
import { NextRows } from './next-rows'
import { OtherTask } from './other-task'
import { TypeIcon } from './type-icon'
import { useEntryPeople } from './use-entry-people'
import { useHolidayCalendar } from './use-holiday-calendar'
import { useNextStep } from './use-next-step'
import { useSlash } from './use-slash'
import { WhenField } from './when-field'

/**
 * The open composer, for a new follow-up and for changing an old one. Ctrl Enter saves, Esc closes; every change is
 * told to `onDraft`. What is planned next is read from the text, and stands as it will be saved.
 */
export function FollowUpForm({
  customer,
  start,
  startTask = null,
  files,
  lost = [],
  onDropLost,
  mayAddTask,
  onFiles,
  onSave,
  onDraft,
  onDiscard,
  onClose,
}: {
  customer: EntryCustomer
  start: FollowUpFormValues
  /** The task that was taken on an earlier visit. */
  startTask?: EntryTask | null
  /** Whether what the text asks for by a second date can become a task. */
  mayAddTask: boolean
  /** Files that will come with the entry. */
  files: readonly File[]
  /** Names of files that were chosen on an earlier visit, and are no longer at hand. */
  lost?: readonly string[]
  onDropLost?: (name: string) => void
  onFiles: (files: readonly File[]) => void
  /** Saves; a thrown error stays on the form. */
  onSave: (fields: FollowUpFields, task: EntryTask | null) => Promise<void>
  onDraft: (values: FollowUpFormValues, task: EntryTask | null) => void
  /** Throws away what was kept of an earlier visit; absent when nothing was. */
  onDiscard: (() => void) | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const errorText = useErrorText()
  const fieldError = useFieldError()
  const [now] = useState(() => Date.now())
  const [problem, setProblem] = useState<unknown>(null)
  const form = useForm<FollowUpFormValues, unknown, FollowUpFields>({
    ...{ resolver: zodResolver(followUpInput), defaultValues: start },
  })
  const { control, handleSubmit, subscribe, getValues, setValue, formState } = form
  const [content, type, contactId] = useWatch({ control, name: ['content', 'type', 'contactId'] })
  const { people, valuesOf, mayAddFiles } = useEntryPeople(customer)
  const calendar = useHolidayCalendar(now)
  const reader = useMemo(() => ({ now, calendar }), [now, calendar])
  const step = useNextStep(form, start, reader)
  const [task, setTask] = useState<EntryTask | null>(startTask)
  const asked = mayAddTask && task === null ? step.task : null
  const field = useRef<HTMLTextAreaElement>(null)
  const slash = useSlash({
    ...{ field, value: content, type, write: step.write },
    values: () => valuesOf(contactId ?? null),
    onType: (next) => setValue('type', next),
  })
  const take = (next: EntryTask | null) => {
    setTask(next)
    onDraft({ ...getValues() }, next)
  }
  const addFiles = mayAddFiles ? (chosen: readonly File[]) => onFiles([...files, ...chosen]) : null

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => onDraft({ ...values }, task),
      }),
    [subscribe, onDraft, task],
  )
  const save = handleSubmit(async (fields) => {
    setProblem(null)
    try {
      await onSave(fields, task)
    } catch (error) {
      setProblem(error)
    }
  })

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
              options={followUpTypes.map((one) => ({
                value: one,
                label: (
                  <span className={styles.type}>
                    <TypeIcon type={one} />
                    {t(`common:followUpType.${one}`)}
                  </span>
                ),
              }))}
            />
          )}
        />
        {people.length > 0 && (
          <MetField
            value={contactId ?? null}
            people={people}
            onChange={(id) => setValue('contactId', id)}
          />
        )}
        <Controller
          control={control}
          name="occurredAt"
          render={({ field: { value, onChange } }) => (
            <WhenField value={value} now={now} onChange={onChange} />
          )}
        />
      </div>
      <EntryText
        field={field}
        value={content}
        step={step}
        slash={slash}
        error={fieldError(formState.errors.content?.message)}
        onTab={asked && (() => take(asked))}
        onFiles={addFiles}
      />
      <ChosenFiles
        files={files}
        lost={lost}
        onDrop={(index) => onFiles(files.toSpliced(index, 1))}
        onDropLost={onDropLost}
      />
      <NextRows form={form} step={step} reader={reader} customerId={customer.id}>
        <OtherTask asked={asked} taken={task} onTake={take} />
      </NextRows>
      {problem !== null && (
        <div className={styles.problem}>
          <Note tone="error">{errorText(problem)}</Note>
        </div>
      )}
      <FormFoot
        busy={formState.isSubmitting}
        onPhrases={slash.open}
        onFiles={addFiles}
        onDiscard={onDiscard}
        onClose={onClose}
      />
    </form>
  )
}
