import { Input, InputNumber, Segmented, Select } from 'antd'
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { taskPriorities } from '@shared/features/tasks/tasks.enums'
import {
  longestNotes,
  type TaskFields,
  type TaskFormValues,
  type TaskItem,
} from '@shared/features/tasks/tasks.schema'
import { FormField } from '@renderer/components/form-field'
import { useRouteQuery } from '@renderer/lib/client'
import { ChecklistField } from './checklist-field'
import { CustomerField } from './customer-field'
import { RecurrenceField } from './recurrence-field'
import styles from './task-drawer.module.css'
import { WhenFields } from './when-fields'

export type TaskFormControl = UseFormReturn<TaskFormValues, unknown, TaskFields>

/** The fields of a task. Texts that are kept from the person have none. */
export function TaskForm({
  form,
  task,
  keepsRule,
}: {
  form: TaskFormControl
  task: TaskItem | null
  /** The recurrence is that of the others and not to be changed here. */
  keepsRule: boolean
}) {
  const { t } = useTranslation('tasks')
  const { control, formState } = form
  const { errors } = formState
  const hidden = task?.textsHidden ?? false
  const checklist = useWatch({ control, name: 'checklist' }) ?? []
  const people = useRouteQuery('tasks.listPeople', {}).data
  const assignees = people?.people.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const former = task && { value: task.assigneeId, label: task.assigneeName }
  const isKnown = former === null || assignees.some(({ value }) => value === former.value)
  return (
    <>
      {hidden ? (
        <p>{t('form.hidden')}</p>
      ) : (
        <FormField label={t('field.title')} error={errors.title?.message} required>
          {(props) => (
            <Controller
              control={control}
              name="title"
              render={({ field }) => (
                <Input {...field} {...props} data-private autoFocus={task === null} />
              )}
            />
          )}
        </FormField>
      )}
      <WhenFields form={form} />
      {!keepsRule && <RecurrenceField form={form} />}
      {task?.customerHidden ? <p>{t('form.otherCustomer')}</p> : <CustomerField form={form} />}
      <div className={styles.pair}>
        <FormField label={t('field.assignee')}>
          {(props) => (
            <Controller
              control={control}
              name="assigneeId"
              render={({ field: { value, ...field } }) => (
                <Select
                  {...field}
                  {...props}
                  className={styles.wide}
                  value={value ?? people?.me ?? null}
                  options={isKnown || !former ? assignees : [former, ...assignees]}
                  disabled={hidden}
                />
              )}
            />
          )}
        </FormField>
        <FormField label={t('field.priority')}>
          {({ id }) => (
            <Controller
              control={control}
              name="priority"
              render={({ field: { value, onChange } }) => (
                <Segmented
                  id={id}
                  block
                  aria-label={t('field.priority')}
                  value={value ?? 'normal'}
                  onChange={onChange}
                  options={taskPriorities.map((name) => ({
                    value: name,
                    label: t(`priority.${name}`),
                  }))}
                />
              )}
            />
          )}
        </FormField>
        <FormField label={t('field.status')}>
          {({ id }) => (
            <Controller
              control={control}
              name="status"
              render={({ field: { value, onChange } }) => (
                <Segmented
                  id={id}
                  block
                  aria-label={t('field.status')}
                  value={value ?? 'open'}
                  onChange={onChange}
                  options={[
                    { value: 'open', label: t('status.open') },
                    { value: 'waiting', label: t('status.waiting') },
                  ]}
                />
              )}
            />
          )}
        </FormField>
        {checklist.length === 0 && !hidden && (
          <FormField label={t('field.progress')} error={errors.progress?.message}>
            {(props) => (
              <Controller
                control={control}
                name="progress"
                render={({ field: { value, onChange, ...field } }) => (
                  <InputNumber
                    {...field}
                    {...props}
                    className={styles.wide ?? ''}
                    min={0}
                    max={100}
                    precision={0}
                    suffix="%"
                    value={value ?? 0}
                    onChange={(next) => onChange(next ?? 0)}
                  />
                )}
              />
            )}
          </FormField>
        )}
      </div>
      {!hidden && (
        <>
          <ChecklistField form={form} />
          <FormField label={t('field.notes')} error={errors.notes?.message}>
            {(props) => (
              <Controller
                control={control}
                name="notes"
                render={({ field }) => (
                  <Input.TextArea
                    {...field}
                    {...props}
                    data-private
                    value={field.value ?? ''}
                    maxLength={longestNotes}
                    autoSize={{ minRows: 2, maxRows: 8 }}
                  />
                )}
              />
            )}
          </FormField>
        </>
      )}
    </>
  )
}
