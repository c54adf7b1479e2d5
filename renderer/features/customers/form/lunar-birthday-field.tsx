import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { toLunar } from '@shared/core/lunar/lunar'
import { fromLunarKey, toLunarKey } from '@shared/core/lunar/lunar-key'
import { FormField } from '@renderer/components/form-field'
import { useFormat } from '@renderer/lib/format'
import { useLunarWords } from '@renderer/lib/lunar-words'
import styles from './customer-form.module.css'
import type { CustomerControl } from './form-fields'
import { LunarDaySelects } from './lunar-day-selects'

/**
 * By which calendar the birthday is kept, and by the lunar one on which day. Choosing the lunar calendar takes the day of the date of
 * birth; another date of birth proposes another day.
 */
export function LunarBirthdayField({ control }: { control: CustomerControl }) {
  const { t } = useTranslation(['customers', 'common'])
  const words = useLunarWords()
  const format = useFormat()
  const { field, fieldState } = useController({ control, name: 'lunarBirthday' })
  const birthDate = useWatch({ control, name: 'birthDate' })
  const value = field.value ? field.value : null
  const [open, setOpen] = useState(false)
  const isLunar = value !== null || open
  const born = birthDate ? toLunar(birthDate) : null
  const proposed = born && toLunarKey(born)
  const known = value === null ? null : fromLunarKey(value)
  return (
    <FormField
      label={t('field.lunarBirthday')}
      error={fieldState.error?.message}
      hint={known && value !== null ? words(value) : isLunar ? t('form.lunar.noDay') : undefined}
    >
      {({ id, status }) => (
        <div data-private className={styles.lunar}>
          <Segmented
            id={id}
            aria-label={t('form.lunar.how')}
            value={isLunar ? 'lunar' : 'solar'}
            options={(['solar', 'lunar'] as const).map((one) => ({
              value: one,
              label: t(`form.lunar.${one}`),
            }))}
            onChange={(next) => {
              setOpen(next === 'lunar')
              field.onChange(next === 'lunar' ? proposed : null)
            }}
          />
          {isLunar && (
            <LunarDaySelects
              value={known}
              status={status}
              onChange={(day) => field.onChange(toLunarKey(day))}
            />
          )}
          {isLunar && proposed !== null && proposed !== value && (
            <Button size="small" onClick={() => field.onChange(proposed)}>
              {t('form.lunar.fromBirth', { day: format.lunarDay(proposed) })}
            </Button>
          )}
        </div>
      )}
    </FormField>
  )
}
