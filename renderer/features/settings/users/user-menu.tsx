import { Button, Dropdown } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { UserAccount } from '@shared/features/users/users.schema'
import { actionsFor, type UserAction } from './user-actions.rules'

/** ⋯ at the end of a line: what can be done with somebody. */
export function UserMenu({
  user,
  isSelf,
  onAction,
}: {
  user: UserAccount
  isSelf: boolean
  onAction: (action: UserAction) => void
}) {
  const { t } = useTranslation('users')
  const actions = actionsFor(user, isSelf)
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: actions.map((action) => ({
          key: action,
          label: t(`action.${action}`),
          danger: action === 'remove',
        })),
        onClick: ({ key }) => {
          const action = actions.find((one) => one === key)
          if (action) onAction(action)
        },
      }}
    >
      <Button
        type="text"
        size="small"
        aria-label={t('actionsOf', { name: user.name })}
        icon={<Ellipsis size={16} strokeWidth={1.6} aria-hidden />}
      />
    </Dropdown>
  )
}
