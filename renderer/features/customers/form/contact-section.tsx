import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NewPoints } from '@renderer/components/new-points'
import { AddressFields } from './address-fields'
import styles from './customer-form.module.css'
import { TextField } from './form-fields'
import { FormSection } from './form-section'
import type { SectionProps } from './section-props'

/** How to reach the customer; left out for whom contact details are masked (R084). */
export function ContactSection({ id, control, has }: SectionProps) {
  const { t } = useTranslation('customers')
  return (
    <FormSection id={id} title={t('form.contact')}>
      {has('contactPerson') && (
        <div className={styles.wide}>
          <TextField control={control} name="contactPerson" label={t('field.contactPerson')} />
        </div>
      )}
      <TextField
        control={control}
        name="phone"
        label={t('field.phone')}
        mark={t('form.wantedEither')}
        inputMode="tel"
      />
      <TextField control={control} name="email" label={t('field.email')} inputMode="email" />
      <Controller
        control={control}
        name="points"
        render={({ field: { value, onChange } }) => (
          <NewPoints points={value} onChange={onChange} />
        )}
      />
      <AddressFields control={control} />
    </FormSection>
  )
}
