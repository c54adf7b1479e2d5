import { Button, Dropdown } from 'antd'
import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { roles, type Role } from '@shared/core/permissions'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useVaultCommand } from '@renderer/lib/use-vault-command'

const others = roles.filter((role) => role !== 'owner')

/** 以这个角色看一遍: the program as somebody of a role sees it, from its first page on. */
export function PreviewMenu() {
  const { t } = useTranslation('users')
  const navigate = useNavigate()
  const errorToast = useErrorToast()
  const start = useVaultCommand((role: Role) => request('vault.startPreview', { role }))
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: others.map((role) => ({ key: role, label: t(`common:role.${role}`) })),
        onClick: ({ key }) => {
          const role = others.find((one) => one === key)
          if (!role) return
          start.mutate(role, {
            onSuccess: () => void navigate('/customers'),
            onError: errorToast,
          })
        },
      }}
    >
      <Button
        type="text"
        loading={start.isPending && { delay: 200 }}
        icon={<Eye size={16} strokeWidth={1.6} aria-hidden />}
      >
        {t('preview.start')}
      </Button>
    </Dropdown>
  )
}
