import { Button } from 'antd'
import { LaptopMinimal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SignInUser } from '@shared/features/vault/vault.schema'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { rememberLastUser } from './last-user'
import styles from './password-form.module.css'

/** Opens with the key that this computer keeps for a person; the password stays beside it. */
export function DeviceUnlock({ user, needsCheck }: { user: SignInUser; needsCheck: boolean }) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const unlock = useVaultCommand(() => request('vault.unlockWithDevice', { userUid: user.uid }))
  const failure = unlock.isPending ? null : unlock.error
  return (
    <div className={styles.device}>
      {failure?.code !== 'vault.device-key-gone' && (
        <Button
          block
          size="large"
          loading={unlock.isPending}
          icon={<LaptopMinimal size={16} strokeWidth={1.6} aria-hidden />}
          onClick={() => unlock.mutate(undefined, { onSuccess: () => rememberLastUser(user.uid) })}
        >
          {t(unlock.isPending && needsCheck ? 'unlock.checking' : 'unlock.withDevice')}
        </Button>
      )}
      {failure && (
        <span role="alert" className={styles.error}>
          {errorText(failure)}
        </span>
      )}
    </div>
  )
}
