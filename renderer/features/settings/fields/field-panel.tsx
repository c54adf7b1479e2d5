import { AutoComplete, Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  customFieldKinds,
  type CustomFieldType,
  customFieldTypes,
} from '@shared/features/custom-fields/custom-fields.enums'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { hasOptions } from '@shared/features/custom-fields/custom-types.rules'
import { stages } from '@shared/features/customers/customers.enums'
import { FormField } from '@renderer/components/form-field'
import { Note } from '@renderer/components/note'
import { StageMark } from '@renderer/components/stage-mark'
import { useUndoToast } from '@renderer/lib/announce'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { useFieldForm } from './field-form'
import styles from './fields.module.css'
import { OptionsEditor } from './options-editor'
import { TypeDialog } from './type-dialog'

/** Makes a field (null) or changes one, in its place in the list. Another type is chosen by a look at what it would do first. */
export function FieldPanel({
  field,
  fields,
  groups,
  onClose,
}: {
  field: CustomField | null
  fields: readonly CustomField[]
  /** Headings that there are. */
  groups: readonly string[]
  onClose: () => void
}) {
  const { t } = useTranslation('custom-fields')
  const errorText = useErrorText()
  const undoToast = useUndoToast()
  const [wanted, setWanted] = useState<CustomFieldType | null>(null)
  const { form, save, problem } = useFieldForm(field, fields, (name) => {
    undoToast(t(field ? 'toast.saved' : 'toast.added', { name }))
    onClose()
  })
  const { control } = form
  const type = useWatch({ control, name: 'type' })
  return (
    <>
      <form
        className={styles.panel}
        aria-label={field?.name ?? t('add')}
        noValidate
        onSubmit={(event) => void save(event)}
        onKeyDown={blockComposingEnter}
      >
        <Controller
          control={control}
          name="name"
          render={({ field: input, fieldState }) => (
            <FormField label={t('name')} required error={fieldState.error?.message}>
              {(props) => <Input {...input} {...props} autoFocus autoComplete="off" />}
            </FormField>
          )}
        />
        <Controller
          control={control}
          name="type"
          render={({ field: input }) => (
            <FormField label={t('typeLabel')} hint={field ? t('typeHint') : undefined}>
              {({ status: _status, ...props }) => (
                <Select
                  {...props}
                  value={input.value}
                  options={customFieldTypes.map((one) => ({ value: one, label: t(`type.${one}`) }))}
                  onChange={(next: CustomFieldType) =>
                    field ? setWanted(next) : input.onChange(next)
                  }
                />
              )}
            </FormField>
          )}
        />
        <Controller
          control={control}
          name="groupName"
          render={({ field: input }) => (
            <FormField label={t('group')} hint={t('groupHint')}>
              {({ status: _status, ...props }) => (
                <AutoComplete
                  {...props}
                  value={input.value ?? ''}
                  options={groups.map((value) => ({ value }))}
                  onChange={(next: string) => input.onChange(next)}
                />
              )}
            </FormField>
          )}
        />
        <Controller
          control={control}
          name="kinds"
          render={({ field: { ref: _ref, ...input } }) => (
            <FormField label={t('kindsLabel')}>
              {({ id }) => (
                <Segmented
                  {...input}
                  id={id}
                  aria-label={t('kindsLabel')}
                  className={styles.segmented ?? ''}
                  options={customFieldKinds.map((one) => ({
                    value: one,
                    label: t(`kinds.${one}`),
                  }))}
                />
              )}
            </FormField>
          )}
        />
        {hasOptions(type) && (
          <div className={styles.wide}>
            <OptionsEditor control={control} />
          </div>
        )}
        <Controller
          control={control}
          name="requiredStages"
          render={({ field: input }) => (
            <fieldset className={styles.required}>
              <legend>{t('requiredAt')}</legend>
              <Checkbox.Group
                value={input.value}
                onChange={input.onChange}
                options={stages.map((one) => ({ value: one, label: <StageMark stage={one} /> }))}
              />
            </fieldset>
          )}
        />
        {problem !== null && (
          <div className={styles.wide}>
            <Note tone="error">{errorText(problem)}</Note>
          </div>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={form.formState.isSubmitting}>
            {t(field ? 'save' : 'add')}
          </Button>
        </div>
      </form>
      {/* Beside the form: a submit inside the dialog would bubble up to this one through the portal. */}
      {field && wanted && wanted !== field.type && (
        <TypeDialog
          field={field}
          type={wanted}
          onClose={() => setWanted(null)}
          onDone={() => {
            setWanted(null)
            onClose()
          }}
        />
      )}
    </>
  )
}
