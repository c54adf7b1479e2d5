import { zodResolver } from '@hookform/resolvers/zod'
import { Input, Segmented } from 'antd'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { attachmentCategories } from '@shared/features/attachments/attachments.enums'
import {
  type AttachmentFields,
  attachmentFields,
  type AttachmentItem,
} from '@shared/features/attachments/attachments.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import type { AttachmentCommands } from './use-attachment-commands'

/** What a file is called, what it is for, and a remark. */
export function EditDialog({
  item,
  commands,
  onClose,
}: {
  item: AttachmentItem
  commands: AttachmentCommands
  onClose: () => void
}) {
  const { t } = useTranslation('attachments')
  const [problem, setProblem] = useState<unknown>(null)
  const { control, handleSubmit, formState } = useForm<
    z.input<typeof attachmentFields>,
    unknown,
    AttachmentFields
  >({
    resolver: zodResolver(attachmentFields),
    defaultValues: { fileName: item.fileName, category: item.category, note: item.note ?? '' },
  })
  const { errors, isSubmitting } = formState
  const save = handleSubmit(async (fields) => {
    setProblem(null)
    try {
      await commands.update(item.id, fields)
      onClose()
    } catch (error) {
      setProblem(error)
    }
  })
  return (
    <FormDialog
      title={t('edit')}
      action={t('common:save')}
      busy={isSubmitting}
      error={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <FormField label={t('field.fileName')} error={errors.fileName?.message} required>
        {(props) => (
          <Controller
            control={control}
            name="fileName"
            render={({ field }) => <Input {...field} {...props} autoFocus />}
          />
        )}
      </FormField>
      <FormField label={t('field.category')}>
        {({ id }) => (
          <Controller
            control={control}
            name="category"
            render={({ field: { value, onChange } }) => (
              <Segmented
                id={id}
                aria-label={t('field.category')}
                block
                value={value}
                onChange={onChange}
                options={attachmentCategories.map((name) => ({
                  value: name,
                  label: t(`category.${name}`),
                }))}
              />
            )}
          />
        )}
      </FormField>
      <FormField label={t('field.note')} error={errors.note?.message}>
        {(props) => (
          <Controller
            control={control}
            name="note"
            render={({ field }) => (
              <Input.TextArea
                {...field}
                value={field.value ?? ''}
                {...props}
                autoSize={{ minRows: 2, maxRows: 6 }}
              />
            )}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
