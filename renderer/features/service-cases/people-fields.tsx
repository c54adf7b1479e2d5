import { Select } from 'antd'
import { type Control, Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'
import { useRouteQuery } from '@renderer/lib/client'
import type { CaseForm } from './case-form'

/** Who at the customer raised it; nobody in particular is fine. */
export function PersonField({
  control,
  customerId,
}: {
  control: Control<CaseForm>
  customerId: number | null
}) {
  const { t } = useTranslation('service-cases')
  const { data } = useRouteQuery(
    'contacts.list',
    { customerId: customerId ?? 0 },
    { enabled: customerId !== null },
  )
  return (
    <FormField label={t('field.contact')}>
      {({ id }) => (
        <Controller
          control={control}
          name="contactId"
          render={({ field: { value, onChange } }) => (
            <Select<number>
              id={id}
              allowClear
              value={value ?? null}
              placeholder={t('nobody')}
              onChange={(next: number | undefined) => onChange(next ?? null)}
              options={(data?.contacts ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        />
      )}
    </FormField>
  )
}

/** Who looks after it, of those who reach the customer. */
export function HandlerField({
  control,
  customerId,
  isNew,
}: {
  control: Control<CaseForm>
  customerId: number | null
  isNew: boolean
}) {
  const { t } = useTranslation('service-cases')
  const { data } = useRouteQuery(
    'service-cases.listHandlers',
    { customerId },
    { keepPrevious: true },
  )
  return (
    <FormField label={t('field.handler')}>
      {({ id }) => (
        <Controller
          control={control}
          name="handlerId"
          render={({ field: { value, onChange } }) => (
            <Select<number>
              id={id}
              allowClear={isNew}
              value={value ?? null}
              placeholder={t('myself')}
              onChange={(next: number | undefined) => onChange(next ?? null)}
              options={(data?.handlers ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        />
      )}
    </FormField>
  )
}
