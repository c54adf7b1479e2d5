import { Segmented } from 'antd'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { companySizes, customerKinds, genders } from '@shared/features/customers/customers.enums'
import styles from './customer-form.module.css'
import { ChoiceField, DateField, TextField } from './form-fields'
import { FormSection } from './form-section'
import { LunarBirthdayField } from './lunar-birthday-field'
import type { SectionProps } from './section-props'

/** Who it is: a person or a company, and what goes with either (R023). */
export function BasicSection({ id, control, rights, kind, has }: SectionProps) {
  const { t } = useTranslation('customers')
  const contact = rights.contact === 'full'
  const datePlaceholder = t('form.datePlaceholder')
  return (
    <FormSection id={id} title={t('form.basic')}>
      <Controller
        control={control}
        name="kind"
        render={({ field: { ref: _ref, ...field } }) => (
          <Segmented
            {...field}
            className={styles.kind}
            aria-label={t('field.kind')}
            options={customerKinds
              .toReversed()
              .map((one) => ({ value: one, label: t(`common:kind.${one}`) }))}
          />
        )}
      />
      <div className={styles.wide}>
        <TextField
          control={control}
          name="name"
          label={t(kind === 'company' ? 'field.companyName' : 'field.name')}
          hint={kind === 'company' ? t('form.companyNameHint') : undefined}
          required
          autoFocus
        />
      </div>
      {contact && has('gender') && (
        <ChoiceField
          control={control}
          name="gender"
          label={t('field.gender')}
          clearable
          isPrivate
          options={genders.map((one) => ({ value: one, label: t(`common:gender.${one}`) }))}
        />
      )}
      {contact && has('birthDate') && (
        <DateField
          control={control}
          name="birthDate"
          label={t('field.birthDate')}
          placeholder={datePlaceholder}
        />
      )}
      {contact && has('lunarBirthday') && <LunarBirthdayField control={control} />}
      {contact && has('occupation') && (
        <TextField control={control} name="occupation" label={t('field.occupation')} />
      )}
      <TextField
        control={control}
        name="industry"
        label={t('field.industry')}
        mark={kind === 'company' ? t('form.wanted') : undefined}
      />
      {has('companySize') && (
        <ChoiceField
          control={control}
          name="companySize"
          label={t('field.companySize')}
          clearable
          options={companySizes.map((one) => ({
            value: one,
            label: t(`common:companySize.${one}`),
          }))}
        />
      )}
      {has('annualRevenue') && (
        <TextField
          control={control}
          name="annualRevenue"
          label={t('field.annualRevenue')}
          hint={t('form.moneyHint')}
          inputMode="decimal"
          unit={t('form.yuan')}
        />
      )}
      {has('foundedOn') && (
        <DateField
          control={control}
          name="foundedOn"
          label={t('field.foundedOn')}
          placeholder={datePlaceholder}
        />
      )}
      {has('creditCode') && (
        <TextField control={control} name="creditCode" label={t('field.creditCode')} />
      )}
    </FormSection>
  )
}
