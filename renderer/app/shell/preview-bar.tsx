import { Button } from 'antd'
import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { Bar } from './bar'

/** Stands under the title bar while the owner looks at the program as another role (R083): says so, and ends it. */
export function PreviewBar({ state }: { state: VaultState }) {
  const { t } = useTranslation('users')
  const navigate = useNavigate()
  const errorToast = useErrorToast()
  const end = useVaultCommand(() => request('vault.endPreview', {}))
  if (state.preview === null) return null
  const role = t(`common:role.${state.preview}`)
  return (
    <Bar icon={Eye} text={t('preview.running', { role })}>
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
    </Bar>
  )
}
