import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { roles } from '@shared/core/permissions'
import type { UserAccount } from '@shared/features/users/users.schema'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import styles from './user-table.module.css'

/** The role of somebody else, changed in place; it holds at once. */
export function RoleSelect({ user }: { user: UserAccount }) {
  const { t } = useTranslation('users')
  const toast = useToast()
  const errorToast = useErrorToast()
  const setRole = useRouteCommand('users.setRole')
  return (
    <Select
      variant="borderless"
      size="small"
      className={styles.role ?? ''}
      popupMatchSelectWidth={false}
      aria-label={t('roleOf', { name: user.name })}
      value={setRole.isPending ? setRole.variables.role : user.role}
      loading={setRole.isPending}
      disabled={setRole.isPending}
      options={roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
      onChange={(role) =>
        setRole.mutate(
          { uid: user.uid, role },
          {
            onSuccess: () =>
              toast(t('done.role', { name: user.name, role: t(`common:role.${role}`) })),
            onError: errorToast,
          },
        )
      }
    />
  )
}
