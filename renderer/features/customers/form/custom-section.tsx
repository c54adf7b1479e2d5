import { Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { groupFields, shownFields } from '@shared/features/custom-fields/custom-fields.rules'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { CustomValueInput } from '@renderer/components/custom-value-input'
import { FormField } from '@renderer/components/form-field'
import { SectionTitle } from '@renderer/components/section-title'
import { customName } from './custom-values'
import styles from './customer-form.module.css'
import type { CustomerControl } from './form-fields'

/** The fields that this business made for itself, by kind of customer and under their headings (R073). */
export function CustomSection({
  control,
  fields,
}: {
  control: CustomerControl
  fields: readonly CustomField[]
}) {
  const { t } = useTranslation(['custom-fields', 'common'])
  const [kind = 'company', stage, texts = {}] = useWatch({
    control,
    name: ['kind', 'stage', 'custom'],
  })
  const shown = shownFields(fields, kind, (id) => Boolean(texts[customName(id)]))
  return groupFields(shown).map((group) => (
    <section key={group.name ?? ''} className={styles.section}>
      <div className={styles.wide}>
        <SectionTitle>{group.name ?? t('others')}</SectionTitle>
      </div>
      {group.fields.map((field) => {
        const isRequired = stage !== undefined && field.requiredStages.includes(stage)
        return (
          <Controller
            key={field.id}
            control={control}
            name={`custom.${customName(field.id)}`}
            render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
              <FormField
                label={field.name}
                required={isRequired}
                hint={
                  isRequired && !value
                    ? t('neededAt', { stage: t(`common:stage.${stage}`) })
                    : undefined
                }
                error={fieldState.error?.message}
              >
                {(props) => (
                  <CustomValueInput
                    {...props}
                    field={field}
                    value={value ?? ''}
                    onChange={onChange}
                    onBlur={onBlur}
                    inputRef={ref}
                  />
                )}
              </FormField>
            )}
          />
        )
      })}
    </section>
  ))
}
