import { zodResolver } from '@hookform/resolvers/zod'
import { Button } from 'antd'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { SignInUser } from '@shared/features/vault/vault.schema'
import { NewPasswordFields } from '@renderer/components/new-password-fields'
import { makePairForm } from '@renderer/components/new-password-form'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { rememberLastUser } from './last-user'
import styles from './password-form.module.css'

/** The owner gave this person a password; an own one takes its place before the book opens. */
export function OwnPasswordForm({
  user,
  given,
  bookName,
  onBack,
}: {
  user: SignInUser
  /** The password that was just typed and is to be replaced. */
  given: string
  bookName: string
  onBack: () => void
}) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const personal = [user.name, bookName]
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(makePairForm(personal)),
    defaultValues: { password: '', repeated: '' },
  })
  const unlock = useVaultCommand((newPassword: string) =>
    request('vault.unlock', { userUid: user.uid, password: given, newPassword }),
  )
  const submit = handleSubmit(({ password }) =>
    unlock.mutate(password, { onSuccess: () => rememberLastUser(user.uid) }),
  )
  return (
    <form
      className={styles.own}
      onSubmit={(event) => void submit(event)}
      onKeyDown={blockComposingEnter}
    >
      <Note tone="info">{t('unlock.mustChange', { name: user.name })}</Note>
      <NewPasswordFields
        control={control}
        label={t('recovery.password')}
        personal={personal}
        autoFocus
      />
      {unlock.error && !unlock.isPending && <Note tone="error">{errorText(unlock.error)}</Note>}
      <Button block type="primary" size="large" htmlType="submit" loading={unlock.isPending}>
        {t('unlock.setAndOpen')}
      </Button>
      <Button block type="text" disabled={unlock.isPending} onClick={onBack}>
        {t('common:back')}
      </Button>
    </form>
  )
}
