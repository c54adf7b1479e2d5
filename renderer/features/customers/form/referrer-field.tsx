import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CustomerSelect } from '@renderer/components/customer-select'
import { FormField } from '@renderer/components/form-field'
import type { CustomerControl } from './form-fields'

/**
 * The customer who brought this one, found by typing (R034, R076). Only customers that one may read are offered, and never the
 * customer itself; one that was named by somebody else and may not be read stays, without its name.
 */
export function ReferrerField({
  control,
  customerId,
}: {
  control: CustomerControl
  /** Whose form it is; null for a new customer. */
  customerId: number | null
}) {
  const { t } = useTranslation('customers')
  return (
    <Controller
      control={control}
      name="referrerId"
      render={({ field: { value, onChange, ...field }, fieldState }) => (
        <FormField label={t('field.referrerId')} error={fieldState.error?.message}>
          {(props) => (
            <CustomerSelect
              {...field}
              {...props}
              allowClear
              exceptId={customerId}
              hiddenName={t('form.hiddenReferrer')}
              value={value ?? null}
              onChange={onChange}
            />
          )}
        </FormField>
      )}
    />
  )
}
