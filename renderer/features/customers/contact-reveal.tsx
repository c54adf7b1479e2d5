import { useTranslation } from 'react-i18next'
import { formatPhone } from '@shared/core/phone'
import { RevealValue } from '@renderer/components/reveal-value'
import { useErrorToast } from '@renderer/lib/announce'
import { useReveal } from './use-reveal'

/** The phone or e-mail of a customer with its eye, for pages of other features. */
export function ContactReveal({
  customerId,
  field,
  masked,
}: {
  customerId: number
  field: 'phone' | 'email'
  masked: string | null
}) {
  const { t } = useTranslation('customers')
  const { values, toggle } = useReveal(customerId, useErrorToast())
  return (
    <RevealValue
      masked={masked}
      shown={values[field]}
      {...(field === 'phone' ? { format: formatPhone } : {})}
      label={t(`field.${field}`)}
      onToggle={() => void toggle(field)}
    />
  )
}
