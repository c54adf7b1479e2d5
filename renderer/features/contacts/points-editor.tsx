import { Button, Checkbox, Input, Select } from 'antd'
import { Plus, X } from 'lucide-react'
import { type Control, Controller, useFieldArray } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { pointTypes, type PointType } from '@shared/features/contacts/contacts.enums'
import type { ContactFormValues, ContactInput } from '@shared/features/contacts/contacts.schema'
import { IconButton } from '@renderer/components/icon-button'
import { useFieldError } from '@renderer/lib/field-error'
import { newPoint } from './editor-values'
import styles from './points-editor.module.css'

type EditorControl = Control<ContactFormValues, unknown, ContactInput>

/** Numbers as lines: kind, number, what it is for, whether several people share it (X12). An empty line is no number. */
export function PointsEditor({ control, isAlone }: { control: EditorControl; isAlone: boolean }) {
  const { t } = useTranslation('contacts')
  const { fields, append, remove } = useFieldArray({ control, name: 'points', keyName: 'key' })
  const add = (type: PointType) => append(newPoint(type), { shouldFocus: false })
  return (
    <fieldset className={styles.points}>
      <legend className={styles.legend}>{t('points.title')}</legend>
      {fields.map(({ key }, index) => (
        <Line
          key={key}
          control={control}
          index={index}
          isFirst={isAlone && index === 0}
          onRemove={() => remove(index)}
        />
      ))}
      <div className={styles.adders}>
        {pointTypes.map((type) => (
          <Button key={type} type="text" size="small" onClick={() => add(type)}>
            <Plus size={14} strokeWidth={1.6} aria-hidden />
            {t(`type.${type}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

function Line({
  control,
  index,
  isFirst,
  onRemove,
}: {
  control: EditorControl
  index: number
  isFirst: boolean
  onRemove: () => void
}) {
  const { t } = useTranslation('contacts')
  const fieldError = useFieldError()
  const number = index + 1
  return (
    <div className={styles.line} role="group" aria-label={t('points.line', { number })}>
      <Controller
        control={control}
        name={`points.${index}.type`}
        render={({ field: { ref: _ref, ...field } }) => (
          <Select
            {...field}
            className={styles.type ?? ''}
            aria-label={t('points.type')}
            options={pointTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          />
        )}
      />
      <Controller
        control={control}
        name={`points.${index}.raw`}
        render={({ field, fieldState: { error } }) => (
          <div className={styles.raw}>
            <Input
              {...field}
              autoFocus={isFirst}
              autoComplete="off"
              aria-label={t('points.raw')}
              aria-invalid={error !== undefined}
              {...(error ? { status: 'error' as const } : {})}
            />
            {error && (
              <span className={styles.error} role="alert">
                {fieldError(error.message)}
              </span>
            )}
          </div>
        )}
      />
      <Controller
        control={control}
        name={`points.${index}.label`}
        render={({ field: { value, ...field }, fieldState: { error } }) => (
          <div className={styles.label}>
            <Input
              {...field}
              value={value ?? ''}
              autoComplete="off"
              aria-label={t('points.label')}
              placeholder={t('points.labelHint')}
              {...(error ? { status: 'error' as const } : {})}
            />
            {error && (
              <span className={styles.error} role="alert">
                {fieldError(error.message)}
              </span>
            )}
          </div>
        )}
      />
      <Controller
        control={control}
        name={`points.${index}.shared`}
        render={({ field: { value, onChange, onBlur } }) => (
          <Checkbox
            className={styles.shared ?? ''}
            checked={value ?? false}
            onBlur={onBlur}
            onChange={(event) => onChange(event.target.checked)}
          >
            <span title={t('points.sharedHint')}>{t('points.shared')}</span>
          </Checkbox>
        )}
      />
      <IconButton icon={X} label={t('points.remove', { number })} onClick={onRemove} />
    </div>
  )
}
