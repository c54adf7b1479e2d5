import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Input } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { GrantedFolder } from '@shared/features/vault/vault.schema'
import { FormField } from '@renderer/components/form-field'
import { useErrorToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { blockComposingEnter } from '@renderer/lib/ime'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import styles from '../gate.module.css'
import { bookForm, type Draft } from './draft'
import { FolderField } from './folder-field'
import { StepHead } from './step-head'

/** Step 1: name of the business and folder; or an existing book, or a backup. */
export function BookStep({
  draft,
  canLeave,
  onDone,
}: {
  draft: Draft
  canLeave: boolean
  onDone: (next: { bookName: string; folder: GrantedFolder }) => void
}) {
  const { t } = useTranslation('vault')
  const navigate = useNavigate()
  const errorToast = useErrorToast()
  const suggested = useRouteQuery('vault.suggestFolder', {})
  const [picked, setPicked] = useState(draft.folder)
  const folder = picked ?? suggested.data ?? null
  const openOther = useVaultCommand(() => request('vault.openOther', {}))
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(bookForm),
    defaultValues: { bookName: draft.bookName },
  })

  async function choose(): Promise<void> {
    try {
      const next = await request('vault.chooseFolder', {})
      if (next) setPicked(next)
    } catch (error) {
      errorToast(error)
    }
  }

  const submit = handleSubmit((values) => {
    if (folder?.verdict === 'ok') onDone({ bookName: values.bookName, folder })
  })

  return (
    <form
      className={styles.wide}
      onSubmit={(event) => void submit(event)}
      onKeyDown={blockComposingEnter}
    >
      <StepHead step="book" />
      <div className={styles.fields}>
        <Controller
          name="bookName"
          control={control}
          render={({ field, fieldState }) => (
            <FormField
              label={t('book.name')}
              hint={t('book.nameHint')}
              error={fieldState.error?.message}
              required
            >
              {(props) => <Input {...props} {...field} size="large" autoFocus maxLength={200} />}
            </FormField>
          )}
        />
        <FolderField folder={folder} error={suggested.error} onChoose={() => void choose()} />
      </div>
      <div className={styles.buttons}>
        {canLeave && (
          <Button size="large" onClick={() => void navigate('/')}>
            {t('common:cancel')}
          </Button>
        )}
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          disabled={folder?.verdict !== 'ok'}
          icon={<ArrowRight size={16} strokeWidth={1.6} aria-hidden />}
          iconPlacement="end"
        >
          {t('step.next', { step: t('step.owner.title') })}
        </Button>
      </div>
      <div className={styles.links}>
        <button
          type="button"
          className={styles.link}
          onClick={() => openOther.mutate(undefined, { onError: errorToast })}
        >
          {t('openOther')}
        </button>
        <button type="button" className={styles.link} onClick={() => void navigate('/restore')}>
          {t('restore')}
        </button>
      </div>
    </form>
  )
}
