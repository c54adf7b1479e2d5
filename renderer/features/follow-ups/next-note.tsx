import { Input } from 'antd'
import { Controller, useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type {
  FollowUpFields,
  FollowUpFormValues,
} from '@shared/features/follow-ups/follow-ups.schema'
import { FormField } from '@renderer/components/form-field'
import styles from './follow-up-form.module.css'

/** What to do next time; asked only once a date is chosen. */
export function NextNote({
  control,
}: {
  control: Control<FollowUpFormValues, unknown, FollowUpFields>
}) {
  const { t } = useTranslation('follow-ups')
  const nextFollowAt = useWatch({ control, name: 'nextFollowAt' })
  if (!nextFollowAt) return null
  return (
    <div className={styles.note}>
      <Controller
        control={control}
        name="nextNote"
        render={({ field: { value, ...field }, fieldState }) => (
          <FormField label={t('composer.nextNote')} error={fieldState.error?.message}>
            {(props) => <Input {...field} {...props} value={value ?? ''} autoComplete="off" />}
          </FormField>
        )}
      />
    </div>
  )
}
