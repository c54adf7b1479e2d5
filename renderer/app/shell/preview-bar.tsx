import { Button } from 'antd'
import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import styles from './preview-bar.module.css'

/** Stands under the title bar while the owner looks at the program as another role (R083): says so, and ends it. */
export function PreviewBar({ state }: { state: VaultState }) {
  const { t } = useTranslation('users')
  const navigate = useNavigate()
  const errorToast = useErrorToast()
  const end = useVaultCommand(() => request('vault.endPreview', {}))
  if (state.preview === null) return null
  const role = t(`common:role.${state.preview}`)
  return (
    <div className={styles.bar} role="status">
      <Eye size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
      <span className={styles.text}>{t('preview.running', { role })}</span>
      <Button
        size="small"
        loading={end.isPending && { delay: 200 }}
        onClick={() =>
          end.mutate(undefined, {
            onSuccess: () => void navigate('/settings/users'),
            onError: errorToast,
          })
        }
      >
        {t('preview.end')}
      </Button>
    </div>
  )
}
