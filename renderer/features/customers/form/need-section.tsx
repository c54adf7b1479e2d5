import { useTranslation } from 'react-i18next'
import { decisionModes, priceSensitivities } from '@shared/features/customers/customers.enums'
import styles from './customer-form.module.css'
import { ChoiceField, DateField, TextField } from './form-fields'
import { FormSection } from './form-section'
import type { SectionProps } from './section-props'

/** What the customer wants and how they decide (R024); free words only for those who see them. */
export function NeedSection({ id, control, rights }: SectionProps) {
  const { t } = useTranslation('customers')
  const notes = rights.notes === 'full'
  return (
    <FormSection id={id} title={t('form.need')}>
      {notes && (
        <>
          <div className={styles.wide}>
            <TextField
              control={control}
              name="need"
              label={t('field.need')}
              mark={t('form.wanted')}
              lines={2}
            />
          </div>
          <TextField
            control={control}
            name="preference"
            label={t('field.preference')}
            hint={t('form.preferenceHint')}
          />
          <TextField
            control={control}
            name="scenario"
            label={t('field.scenario')}
            hint={t('form.scenarioHint')}
          />
          <ChoiceField
            control={control}
            name="priceSensitivity"
            label={t('field.priceSensitivity')}
            clearable
            isPrivate
            options={priceSensitivities.map((one) => ({
              value: one,
              label: t(`priceSensitivity.${one}`),
            }))}
          />
          <ChoiceField
            control={control}
            name="decisionMode"
            label={t('field.decisionMode')}
            clearable
            isPrivate
            options={decisionModes.map((one) => ({ value: one, label: t(`decisionMode.${one}`) }))}
          />
          <div className={styles.wide}>
            <TextField
              control={control}
              name="decisionProcess"
              label={t('field.decisionProcess')}
              hint={t('form.decisionProcessHint')}
              lines={2}
            />
          </div>
        </>
      )}
      <TextField
        control={control}
        name="purchaseCycleDays"
        label={t('field.purchaseCycleDays')}
        inputMode="numeric"
        unit={t('form.days')}
      />
      <DateField
        control={control}
        name="expectedCloseOn"
        label={t('field.expectedCloseOn')}
        placeholder={t('form.datePlaceholder')}
      />
    </FormSection>
  )
}
