import { Button, Input } from 'antd'
import { ArrowUp, Plus, X } from 'lucide-react'
import { type Control, Controller, useFieldArray, useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@renderer/components/icon-button'
import { useFieldError } from '@renderer/lib/field-error'
import { isPlainEnter } from '@renderer/lib/ime'
import type { FieldValues } from './field-form'
import styles from './fields.module.css'

/** The choices of a field, one a line; Enter begins the next. A choice keeps its key, so that renaming it renames it everywhere. */
export function OptionsEditor<Parsed>({
  control,
}: {
  control: Control<FieldValues, unknown, Parsed>
}) {
  const { t } = useTranslation('custom-fields')
  const fieldError = useFieldError()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'options' })
  const { errors } = useFormState({ control, name: 'options' })
  const problem = fieldError(errors.options?.message ?? errors.options?.root?.message)
  const add = () => append({ key: null, label: '' })
  return (
    <fieldset className={styles.options}>
      <legend>{t('options')}</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className={styles.option}>
          <Controller
            control={control}
            name={`options.${index}.label`}
            render={({ field, fieldState }) => (
              <Input
                {...field}
                size="small"
                aria-label={t('optionAt', { number: index + 1 })}
                autoComplete="off"
                {...(fieldState.error ? { status: 'error' as const } : {})}
                onKeyDown={(event) => {
                  if (!isPlainEnter(event)) return
                  event.preventDefault()
                  add()
                }}
              />
            )}
          />
          <IconButton
            icon={ArrowUp}
            label={t('optionUp', { number: index + 1 })}
            disabled={index === 0}
            onClick={() => move(index, index - 1)}
          />
          <IconButton
            icon={X}
            label={t('optionDrop', { number: index + 1 })}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button size="small" onClick={add}>
        <Plus size={14} strokeWidth={1.6} aria-hidden />
        {t('optionAdd')}
      </Button>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
