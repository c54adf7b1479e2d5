import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Input } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'
import { NewPasswordFields } from '@renderer/components/new-password-fields'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import styles from '../gate.module.css'
import { makeOwnerForm, type Draft } from './draft'
import { StepHead } from './step-head'

/** Step 2: name and password of the owner. Keys are made in memory; nothing is written yet. */
export function OwnerStep({
  draft,
  onBack,
  onDone,
}: {
  draft: Draft
  onBack: () => void
  onDone: (ownerName: string, recoveryKey: readonly string[]) => void
}) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const [trouble, setTrouble] = useState<unknown>(null)
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(makeOwnerForm(draft.bookName)),
    defaultValues: { ownerName: draft.ownerName, password: '', repeated: '' },
  })
  const ownerName = useWatch({ control, name: 'ownerName' })

  const submit = handleSubmit(async (values) => {
    if (!draft.folder) return
    setTrouble(null)
    try {
      const { recoveryKey } = await request('vault.startCreation', {
        bookName: draft.bookName,
        folder: draft.folder.token,
        ownerName: values.ownerName,
        password: values.password,
      })
      onDone(values.ownerName, recoveryKey)
    } catch (error) {
      setTrouble(error)
    }
  })

  return (
    <form
      className={styles.wide}
      onSubmit={(event) => void submit(event)}
      onKeyDown={blockComposingEnter}
    >
      <StepHead step="owner" />
      <div className={styles.fields}>
        <Controller
          name="ownerName"
          control={control}
          render={({ field, fieldState }) => (
            <FormField label={t('owner.name')} error={fieldState.error?.message} required>
              {(props) => <Input {...props} {...field} size="large" autoFocus maxLength={100} />}
            </FormField>
          )}
        />
        <NewPasswordFields
          control={control}
          label={t('owner.password')}
          personal={[ownerName, draft.bookName]}
        />
        {trouble !== null && <Note tone="error">{errorText(trouble)}</Note>}
      </div>
      <div className={styles.buttons}>
        <Button size="large" onClick={onBack}>
          {t('common:previous')}
        </Button>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={formState.isSubmitting}
          icon={<ArrowRight size={16} strokeWidth={1.6} aria-hidden />}
          iconPlacement="end"
        >
          {t('step.next', { step: t('step.key.title') })}
        </Button>
      </div>
    </form>
  )
}
