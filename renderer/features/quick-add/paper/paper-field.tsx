import { Input, Segmented } from 'antd'
import { Controller, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { formatPhone, parsePhone } from '@shared/core/phone'
import { companySizes, customerKinds } from '@shared/features/customers/customers.enums'
import type { NewCustomer, NewCustomerValues } from '@shared/features/customers/customers.schema'
import type { batchFields, PaperField as FieldName } from '@shared/features/quick-add/paper.rules'
import { FormField, type FieldProps } from '@renderer/components/form-field'
import styles from './paper-page.module.css'

type Name = FieldName | (typeof batchFields)[number]

/** One field of the paper form; its place in the order stands in `data-paper`. */
export function PaperField({
  name,
  label,
  control,
  onLeave,
}: {
  name: Name
  label: string
  control: Control<NewCustomerValues, unknown, NewCustomer>
  onLeave?: () => void
}) {
  const { t } = useTranslation('quick-add')
  return (
    <div data-paper={name} className={isWide(name) ? styles.wide : undefined}>
      <Controller
        control={control}
        name={name}
        render={({ field: { value, onBlur, onChange, ...field }, fieldState }) => (
          <FormField
            label={label}
            required={name === 'name'}
            hint={hintOf(name, value ?? '', t)}
            error={fieldState.error?.message}
          >
            {(props) => {
              if (name === 'kind' || name === 'companySize')
                return (
                  <Choice
                    name={name}
                    value={value ?? ''}
                    label={label}
                    props={props}
                    onChange={onChange}
                  />
                )
              const common = {
                ...field,
                ...props,
                value: value ?? '',
                onChange,
                onBlur: () => {
                  onBlur()
                  onLeave?.()
                },
              }
              return name === 'need' || name === 'notes' ? (
                <Input.TextArea {...common} autoSize={{ minRows: 1, maxRows: 6 }} />
              ) : (
                <Input {...common} autoComplete="off" inputMode={inputModeOf(name)} />
              )
            }}
          </FormField>
        )}
      />
    </div>
  )
}

function Choice({
  name,
  value,
  label,
  props,
  onChange,
}: {
  name: 'kind' | 'companySize'
  value: string
  label: string
  props: FieldProps
  onChange: (value: string | null) => void
}) {
  const { t } = useTranslation('quick-add')
  const options =
    name === 'kind'
      ? customerKinds.toReversed().map((one) => ({ value: one, label: t(`common:kind.${one}`) }))
      : [
          { value: '', label: t('paper.notGiven') },
          ...companySizes.map((one) => ({ value: one, label: one.replace('-', '–') })),
        ]
  return (
    <Segmented
      id={props.id}
      className={styles.choice ?? ''}
      aria-label={label}
      value={value}
      options={options}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  )
}

function isWide(name: Name): boolean {
  return ['kind', 'companySize', 'address', 'need', 'notes'].includes(name)
}

function inputModeOf(name: Name): 'tel' | 'email' | undefined {
  if (name === 'phone') return 'tel'
  return name === 'email' ? 'email' : undefined
}

/** What kind of number it is, while it is being typed (X3). */
function hintOf(name: Name, value: string, t: (key: string) => string): React.ReactNode {
  if (name === 'firstContactOn') return t('paper.dateHint')
  if (name !== 'phone' || value.trim() === '') return undefined
  const { kind } = parsePhone(value)
  if (kind === 'unknown') return <span className={styles.check}>{t('phoneKind.unknown')}</span>
  return (
    <>
      {t(`phoneKind.${kind}`)} · <span data-private>{formatPhone(value)}</span>
    </>
  )
}
