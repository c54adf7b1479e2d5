import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { stages, tiers } from '@shared/features/customers/customers.enums'
import { StageMark } from '@renderer/components/stage-mark'
import { TierMark } from '@renderer/components/tier-mark'
import styles from './customer-form.module.css'
import { ChoiceField, DateField, TextField } from './form-fields'
import { FormSection } from './form-section'
import { ReferrerField } from './referrer-field'
import type { SectionProps } from './section-props'

/** Where the customer came from and how far they are (R029, R034, R038). */
export function OriginSection({
  id,
  control,
  rights,
  customerId,
}: SectionProps & { customerId: number | null }) {
  const { t } = useTranslation('customers')
  const stage = useWatch({ control, name: 'stage' })
  return (
    <FormSection id={id} title={t('form.origin')}>
      <TextField control={control} name="source" label={t('field.source')} />
      <ReferrerField control={control} customerId={customerId} />
      <DateField
        control={control}
        name="firstContactOn"
        label={t('field.firstContactOn')}
        placeholder={t('form.datePlaceholder')}
      />
      <TextField control={control} name="externalId" label={t('field.externalId')} />
      <ChoiceField
        control={control}
        name="stage"
        label={t('field.stage')}
        options={stages.map((one) => ({ value: one, label: <StageMark stage={one} /> }))}
      />
      <ChoiceField
        control={control}
        name="tier"
        label={t('field.tier')}
        options={tiers.map((one) => ({ value: one, label: <TierMark tier={one} /> }))}
      />
      {rights.notes === 'full' && (
        <div className={styles.wide}>
          {stage === 'lost' ? (
            <TextField control={control} name="lostReason" label={t('field.lostReason')} required />
          ) : (
            <TextField control={control} name="stageReason" label={t('field.stageReason')} />
          )}
        </div>
      )}
    </FormSection>
  )
}
