import { zodResolver } from '@hookform/resolvers/zod'
import { DatePicker, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { caseKinds } from '@shared/features/service-cases/service-cases.enums'
import {
  type CaseEntry,
  caseInput,
  type CaseFields,
} from '@shared/features/service-cases/service-cases.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { CustomerSelect } from '@renderer/components/customer-select'
import { FormField } from '@renderer/components/form-field'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { isComposing } from '@renderer/lib/ime'
import styles from './case-dialog.module.css'
import { beginCase, type CaseForm, caseForm, forgetCase, formOf, keepCase } from './case-form'
import { CaseMark } from './case-mark'
import { HandlerField, PersonField } from './people-fields'

/** A case written down in a few seconds: whose, what kind, one line. Ctrl Enter saves, Esc keeps what was typed. */
export function CaseDialog({
  entry = null,
  customerId = null,
  onClose,
}: {
  /** The case to be changed; null for a new one. */
  entry?: CaseEntry | null
  /** Customer of a new one; null asks for it. */
  customerId?: number | null
  onClose: () => void
}) {
  const { t } = useTranslation('service-cases')
  const undoToast = useUndoToast()
  const [problem, setProblem] = useState<unknown>(null)
  const [start] = useState<CaseForm>(() =>
    entry ? formOf(entry) : beginCase(customerId, Date.now()),
  )
  const { control, handleSubmit, formState, subscribe } = useForm<CaseForm>({
    resolver: zodResolver(caseForm),
    defaultValues: start,
  })
  const { errors, isSubmitting } = formState
  const of = useWatch({ control, name: 'customerId' })
  const isNew = entry === null

  useEffect(() => {
    if (!isNew) return
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => keepCase(customerId, { ...values }),
    })
  }, [isNew, customerId, subscribe])

  const save = handleSubmit(async (values) => {
    setProblem(null)
    const parsed: CaseFields = caseInput.parse(values)
    const { customerId: _customer, ...fields } = parsed
    try {
      if (entry) await request('service-cases.update', { id: entry.id, fields })
      else await request('service-cases.create', parsed)
      if (isNew) forgetCase(customerId)
      undoToast(t(isNew ? 'toast.created' : 'toast.updated'))
      onClose()
    } catch (error) {
      setProblem(error)
    }
  })
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
        event.preventDefault()
        void save()
      }}
    >
      <FormDialog
        title={t(isNew ? 'new' : 'edit')}
        action={t('common:save')}
        busy={isSubmitting}
        error={problem}
        width={520}
        onSubmit={() => void save()}
        onClose={onClose}
      >
        {isNew && customerId === null && (
          <FormField label={t('field.customer')} error={errors.customerId?.message} required>
            {(field) => (
              <Controller
                control={control}
                name="customerId"
                render={({ field: { value, onChange } }) => (
                  <CustomerSelect
                    {...field}
                    autoFocus={value === null}
                    value={value}
                    onChange={onChange}
                  />
                )}
              />
            )}
          </FormField>
        )}
        <Controller
          control={control}
          name="kind"
          render={({ field: { ref: _ref, ...field } }) => (
            <Segmented
              {...field}
              block
              aria-label={t('field.kind')}
              options={caseKinds.map((kind) => ({
                value: kind,
                label: (
                  <span className={styles.kind}>
                    <CaseMark kind={kind} />
                    {t(`common:caseKind.${kind}`)}
                  </span>
                ),
              }))}
            />
          )}
        />
        <FormField label={t('field.subject')} error={errors.subject?.message} required>
          {({ status, ...props }) => (
            <Controller
              control={control}
              name="subject"
              render={({ field }) => (
                <Input
                  {...field}
                  {...props}
                  {...(status ? { status } : {})}
                  autoFocus={!isNew || customerId !== null}
                />
              )}
            />
          )}
        </FormField>
        <FormField label={t('field.content')} error={errors.content?.message}>
          {({ status, ...props }) => (
            <Controller
              control={control}
              name="content"
              render={({ field: { value, ...field } }) => (
                <Input.TextArea
                  {...field}
                  {...props}
                  {...(status ? { status } : {})}
                  value={value ?? ''}
                  autoSize={{ minRows: 2, maxRows: 8 }}
                />
              )}
            />
          )}
        </FormField>
        <div className={styles.pair}>
          <PersonField control={control} customerId={of} />
          <HandlerField control={control} customerId={of} isNew={isNew} />
        </div>
        <FormField label={t('field.openedAt')} error={errors.openedAt?.message}>
          {({ id }) => (
            <Controller
              control={control}
              name="openedAt"
              render={({ field: { value, onChange } }) => (
                <DatePicker
                  id={id}
                  allowClear={false}
                  showTime={{ format: 'HH:mm' }}
                  format="YYYY-MM-DD HH:mm"
                  value={dayjs(value)}
                  maxDate={dayjs().endOf('day')}
                  onChange={(next) => next && onChange(next.valueOf())}
                />
              )}
            />
          )}
        </FormField>
      </FormDialog>
    </div>
  )
}
