import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { Controller, type Control, type FieldPathByValue } from 'react-hook-form'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import { FormField } from '@renderer/components/form-field'
import type { FormFields, FormValues } from './custom-values'
import styles from './customer-form.module.css'

export type CustomerControl = Control<FormValues, unknown, FormFields>

type TextName = FieldPathByValue<CustomerFormValues, string | number | null | undefined>
type FieldsOf<Value> = {
  [Name in keyof CustomerFormValues]-?: NonNullable<CustomerFormValues[Name]> extends Value
    ? string extends NonNullable<CustomerFormValues[Name]>
      ? never
      : Name
    : never
}[keyof CustomerFormValues]
type ChoiceName = Exclude<FieldsOf<string>, 'kind'>
type DateName = Extract<TextName, `${string}On` | 'birthDate'>

type Common<N> = {
  control: CustomerControl
  name: N
  label: string
  hint?: string | undefined
  required?: boolean
  /** Beside the label: part of a complete profile (D8), never refused when empty. */
  mark?: string | undefined
}

/** One line of text, or several that grow with their content. */
export function TextField({
  control,
  name,
  label,
  hint,
  mark,
  required = false,
  lines = 1,
  autoFocus = false,
  inputMode,
  unit,
}: Common<TextName> & {
  lines?: number
  autoFocus?: boolean
  inputMode?: 'tel' | 'email' | 'decimal' | 'numeric'
  /** What a number is counted in, behind it. */
  unit?: string
}) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, ...field }, fieldState }) => (
        <FormField {...{ label, hint, mark, required }} error={fieldState.error?.message}>
          {(props) =>
            lines > 1 ? (
              <Input.TextArea
                {...field}
                {...props}
                value={value ?? ''}
                autoSize={{ minRows: lines, maxRows: 12 }}
              />
            ) : (
              <Input
                {...field}
                {...props}
                value={value ?? ''}
                autoFocus={autoFocus}
                inputMode={inputMode}
                suffix={unit}
                autoComplete="off"
              />
            )
          }
        </FormField>
      )}
    />
  )
}

/** A choice out of a closed list; `clearable` allows "not given". */
export function ChoiceField({
  control,
  name,
  label,
  options,
  clearable = false,
  isPrivate = false,
}: Common<ChoiceName> & {
  options: { value: string; label: React.ReactNode }[]
  clearable?: boolean
  /** Covered in privacy mode, as what is typed is anyway. */
  isPrivate?: boolean
}) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field }, fieldState }) => (
        <FormField label={label} error={fieldState.error?.message}>
          {(props) => (
            <div data-private={isPrivate || undefined} className={styles.cover}>
              <Select
                {...field}
                {...props}
                value={value ?? undefined}
                options={options}
                allowClear={clearable}
                onChange={(next: string | undefined) => onChange(next ?? null)}
              />
            </div>
          )}
        </FormField>
      )}
    />
  )
}

/** A calendar date, kept as YYYY-MM-DD. */
export function DateField({
  control,
  name,
  label,
  placeholder,
}: Common<DateName> & { placeholder: string }) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field }, fieldState }) => (
        <FormField label={label} error={fieldState.error?.message}>
          {({ status, ...props }) => (
            <DatePicker
              {...field}
              {...props}
              {...(status ? { status } : {})}
              value={value ? dayjs(value) : null}
              placeholder={placeholder}
              onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : null)}
              // Enter takes the date that was typed; it does not send the form.
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.preventDefault()
              }}
            />
          )}
        </FormField>
      )}
    />
  )
}
