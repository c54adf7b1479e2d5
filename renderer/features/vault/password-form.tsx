import { Button, Input, type InputRef } from 'antd'
import { CornerDownLeft, KeyRound, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultUser } from '@shared/features/vault/vault.schema'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { isComposing } from '@renderer/lib/ime'
import { useWaitText } from '@renderer/lib/password-error'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { rememberLastUser } from './last-user'
import styles from './password-form.module.css'
import { useCapsLock } from './use-caps-lock'
import { useRetryDelay } from './use-retry-delay'

/**
 * The password of one person. Enter unlocks, Esc clears, the arrow keys change the person; after a wrong password the text
 * stays selected and further tries are held back.
 */
export function PasswordForm({
  user,
  needsCheck,
  onMove,
  onMustChange,
}: {
  user: VaultUser
  needsCheck: boolean
  onMove: (step: 1 | -1) => void
  /** The password fits, but the owner gave it: an own one has to take its place. */
  onMustChange: (given: string) => void
}) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const waitText = useWaitText()
  const field = useRef<InputRef>(null)
  const [password, setPassword] = useState('')
  const { capsLock, watch } = useCapsLock()
  const delay = useRetryDelay()
  const unlock = useVaultCommand((typed: string) =>
    request('vault.unlock', { userUid: user.uid, password: typed }),
  )
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (unlock.error && !unlock.isPending) field.current?.select()
  }, [unlock.error, unlock.isPending])

  function submit(event: React.SubmitEvent): void {
    event.preventDefault()
    if (unlock.isPending || delay.seconds > 0 || password === '') return
    unlock.mutate(password, {
      onSuccess: () => rememberLastUser(user.uid),
      onError: (error) => {
        if (error.code === 'vault.must-change-password') onMustChange(password)
        else delay.holdBack(error)
      },
    })
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    watch(event)
    if (isComposing(event)) return
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key]
    if (step) {
      event.preventDefault()
      onMove(step)
    }
    if (event.key === 'Escape') setPassword('')
  }

  const failed = unlock.error !== null && !unlock.isPending
  const trouble = !failed
    ? null
    : [errorText(unlock.error), waitText(delay.seconds)].filter(Boolean).join(' ')
  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor="password" className={styles.label}>
        {t('unlock.passwordOf', { name: user.name })}
      </label>
      <Input.Password
        ref={field}
        id="password"
        size="large"
        autoComplete="off"
        value={password}
        status={trouble ? 'error' : ''}
        readOnly={unlock.isPending}
        prefix={<KeyRound size={16} strokeWidth={1.6} aria-hidden className={styles.key} />}
        aria-invalid={trouble !== null}
        aria-describedby="password-note"
        onChange={(event) => setPassword(event.target.value)}
        onKeyDown={onKeyDown}
        onKeyUp={watch}
      />
      <div id="password-note" className={styles.notes}>
        {trouble && (
          <span role="alert" className={styles.error}>
            {trouble}
          </span>
        )}
        {capsLock && (
          <span role="status" className={styles.caps}>
            <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
            {t('unlock.capsLock')}
          </span>
        )}
      </div>
      <Button
        block
        type="primary"
        size="large"
        htmlType="submit"
        loading={unlock.isPending}
        disabled={delay.seconds > 0}
      >
        {unlock.isPending
          ? t(needsCheck ? 'unlock.checking' : 'unlock.opening')
          : t('unlock.action')}
        {!unlock.isPending && <CornerDownLeft size={14} strokeWidth={1.6} aria-hidden />}
      </Button>
    </form>
  )
}
