import { Check, Clock, Lock, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { UserAccount, UserStatus } from '@shared/features/users/users.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './user-table.module.css'

const icons: Record<UserStatus, LucideIcon> = { active: Check, pending: Clock, disabled: Lock }

/** 可用, 等他设密码 or 已停用, by mark and word; how old the password is stands in the tooltip. */
export function UserStatusMark({ user }: { user: UserAccount }) {
  const { t } = useTranslation('users')
  const format = useFormat()
  const Icon = icons[user.status]
  return (
    <span
      className={styles.status}
      data-status={user.status}
      title={t('passwordChanged', { when: format.full(user.passwordChangedAt) })}
    >
      <Icon size={14} strokeWidth={1.6} aria-hidden className={styles.mark} />
      {t(`status.${user.status}`)}
    </span>
  )
}
