import { Input } from 'antd'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { findRegion } from '@shared/core/regions/find-region'
import { FormField } from '@renderer/components/form-field'
import styles from './customer-form.module.css'
import type { CustomerControl } from './form-fields'
import { RegionField } from './region-field'

/**
 * Division and the detail behind it. A whole address that is typed or pasted into the detail gives its division away, where
 * none was chosen and the words leave no doubt; the person sees it before anything is saved.
 */
export function AddressFields({ control }: { control: CustomerControl }) {
  const { t } = useTranslation('customers')
  const region = useController({ control, name: 'regionCode' })
  const { field, fieldState } = useController({ control, name: 'address' })
  const { value, onChange, onBlur, ...rest } = field

  const settle = () => {
    const found = region.field.value ? null : findRegion(value ?? '')
    if (found) {
      region.field.onChange(found.code)
      onChange(found.rest)
    }
    onBlur()
  }
  return (
    <>
      <div className={styles.wide}>
        <RegionField control={control} label={t('field.regionCode')} />
      </div>
      <div className={styles.wide}>
        <FormField
          label={t('field.address')}
          hint={t('form.addressHint')}
          error={fieldState.error?.message}
        >
          {(props) => (
            <Input
              {...rest}
              {...props}
              value={value ?? ''}
              autoComplete="off"
              onChange={onChange}
              onBlur={settle}
            />
          )}
        </FormField>
      </div>
    </>
  )
}
