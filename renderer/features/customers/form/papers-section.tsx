import { useTranslation } from 'react-i18next'
import styles from './customer-form.module.css'
import { TextField } from './form-fields'
import { FormSection } from './form-section'
import type { SectionProps } from './section-props'

/** Notes, and the numbers that are sealed under the second key (R015, R089). */
export function PapersSection({ id, control, rights, has }: SectionProps) {
  const { t } = useTranslation('customers')
  const numbers = rights.idNumber === 'full'
  return (
    <FormSection id={id} title={t('form.papers')}>
      {rights.notes === 'full' && (
        <div className={styles.wide}>
          <TextField control={control} name="notes" label={t('field.notes')} lines={3} />
        </div>
      )}
      {numbers && has('idCard') && (
        <TextField
          control={control}
          name="idCard"
          label={t('field.idCard')}
          hint={t('form.idCardHint')}
        />
      )}
      {numbers && (
        <TextField
          control={control}
          name="bankAccount"
          label={t('field.bankAccount')}
          hint={t('form.bankAccountHint')}
        />
      )}
    </FormSection>
  )
}
