import { Button, Input } from 'antd'
import { KeyRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '@shared/core/errors'
import type { SignInUser } from '@shared/features/vault/vault.schema'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { useWaitText } from '@renderer/lib/password-error'
import styles from './gate.module.css'
import { findLastUser } from './last-user'
import passwordStyles from './password-form.module.css'
import { useRetryDelay } from './use-retry-delay'
import { UserChoice } from './user-choice'

export type Credentials = { userUid: string; password: string }

/** Who does it, and their password: for what is done to a book that does not open in the ordinary way. */
export function RescueSignIn({
  users,
  action,
  pending,
  error,
  onSubmit,
  onBack,
}: {
  users: readonly SignInUser[]
  /** Words of the button. */
  action: string
  pending: boolean
  error: AppError | null
  onSubmit: (credentials: Credentials, onRefused: (error: AppError) => void) => void
  onBack: () => void
}) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const waitText = useWaitText()
  const field = useRef<HTMLInputElement>(null)
  const delay = useRetryDelay()
  const [chosen, setChosen] = useState(findLastUser)
  const [password, setPassword] = useState('')
  const user = users.find(({ uid }) => uid === chosen) ?? users[0]
  useEffect(() => field.current?.focus(), [])
  const trouble = error && [errorText(error), waitText(delay.seconds)].filter(Boolean).join(' ')

  function submit(event: React.SubmitEvent): void {
    event.preventDefault()
    if (!user || pending || delay.seconds > 0 || password === '') return
    onSubmit({ userUid: user.uid, password }, delay.holdBack)
  }

  return (
    <form onSubmit={submit} onKeyDown={blockComposingEnter}>
      <UserChoice users={users} chosen={user?.uid} onChoose={setChosen} />
      <label htmlFor="rescue-password" className={passwordStyles.label}>
        {t('unlock.passwordOf', { name: user?.name ?? '' })}
      </label>
      <Input.Password
        ref={(input) => void (field.current = input?.input ?? null)}
        id="rescue-password"
        size="large"
        autoComplete="off"
        value={password}
        status={trouble ? 'error' : ''}
        readOnly={pending}
        prefix={<KeyRound size={16} strokeWidth={1.6} aria-hidden className={passwordStyles.key} />}
        aria-invalid={trouble !== null}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className={styles.gap} />
      {trouble && (
        <>
          <Note tone="error">{trouble}</Note>
          <div className={styles.gap} />
        </>
      )}
      <div className={styles.buttons}>
        <Button size="large" disabled={pending} onClick={onBack}>
          {t('common:back')}
        </Button>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={pending}
          disabled={delay.seconds > 0 || !user}
        >
          {action}
        </Button>
      </div>
    </form>
  )
}
