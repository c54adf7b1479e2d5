import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import styles from './custom-value-input.module.css'
import type { FieldProps } from './form-field'

/** The input of a custom field by its type; its value is text as it is typed or stored, empty for nothing. */
export function CustomValueInput({
  field: { type, options },
  value,
  onChange,
  onBlur,
  inputRef,
  ...props
}: Partial<FieldProps> & {
  field: CustomField
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** Takes the focus when a form points at its first mistake. */
  inputRef?: Ref<HTMLElement>
  'aria-label'?: string
}) {
  const { t } = useTranslation('custom-fields')
  const { status, ...named } = props
  const state = status ? { status } : {}
  if (type === 'date')
    return (
      <DatePicker
        {...named}
        {...state}
        className={styles.full ?? ''}
        value={value && dayjs(value).isValid() ? dayjs(value) : null}
        placeholder={t('datePlaceholder')}
        onBlur={onBlur}
        onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : '')}
      />
    )
  if (type === 'multi-choice')
    return (
      <div data-private className={styles.cover} onKeyDownCapture={leaveTabAlone}>
        <Select
          {...named}
          {...state}
          mode="multiple"
          className={styles.full ?? ''}
          value={value === '' ? [] : value.split('\n')}
          options={options.map(({ key, label }) => ({ value: key, label }))}
          optionFilterProp="label"
          onBlur={onBlur}
          onChange={(keys: string[]) => onChange(keys.join('\n'))}
        />
      </div>
    )
  if (type === 'choice' || type === 'yes-no') {
    const choices =
      type === 'choice'
        ? options.map(({ key, label }) => ({ value: key, label }))
        : [
            { value: '1', label: t('yes') },
            { value: '0', label: t('no') },
          ]
    return (
      <div data-private className={styles.cover}>
        <Select
          {...named}
          {...state}
          className={styles.full ?? ''}
          allowClear
          showSearch={choices.length > 8}
          optionFilterProp="label"
          value={value === '' ? undefined : value}
          options={choices}
          onBlur={onBlur}
          onChange={(next: string | undefined) => onChange(next ?? '')}
        />
      </div>
    )
  }
  return (
    <Input
      {...named}
      {...state}
      ref={(input) => {
        if (typeof inputRef === 'function') inputRef(input?.input ?? null)
      }}
      value={value}
      prefix={type === 'money' ? '¥' : undefined}
      inputMode={type === 'number' || type === 'money' ? 'decimal' : undefined}
      autoComplete="off"
      onBlur={onBlur}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** In a list of several antd takes Tab for another click on the option under the cursor, which would drop what was just chosen. */
function leaveTabAlone(event: React.KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation()
}
