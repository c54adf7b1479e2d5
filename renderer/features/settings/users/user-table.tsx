import { useTranslation } from 'react-i18next'
import type { UserAccount } from '@shared/features/users/users.schema'
import { Avatar } from '@renderer/components/avatar'
import { useFormat } from '@renderer/lib/format'
import { RoleSelect } from './role-select'
import type { UserAction } from './user-actions.rules'
import { UserMenu } from './user-menu'
import { UserStatusMark } from './user-status'
import styles from './user-table.module.css'

/** The people of the book, one a line. */
export function UserTable({
  users,
  selfUid,
  onAction,
}: {
  users: readonly UserAccount[]
  /** The person at the window, whose own role is not changed here. */
  selfUid: string | undefined
  onAction: (action: UserAction, user: UserAccount) => void
}) {
  const { t } = useTranslation('users')
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.role')}</th>
            <th scope="col" className={styles.number}>
              {t('column.customers')}
            </th>
            <th scope="col" className={styles.when}>
              {t('column.lastUnlock')}
            </th>
            <th scope="col">{t('column.status')}</th>
            <th className={styles.actions} aria-label={t('column.actions')} />
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <Row
              key={user.uid}
              user={user}
              isSelf={user.uid === selfUid}
              onAction={(action) => onAction(action, user)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  user,
  isSelf,
  onAction,
}: {
  user: UserAccount
  isSelf: boolean
  onAction: (action: UserAction) => void
}) {
  const { t } = useTranslation('users')
  const format = useFormat()
  const { lastUnlockAt } = user
  return (
    <tr>
      <th scope="row">
        <span className={styles.person}>
          <Avatar name={user.name} size={20} />
          <span className={styles.name} title={user.name}>
            {user.name}
          </span>
        </span>
      </th>
      <td>{isSelf ? t(`common:role.${user.role}`) : <RoleSelect user={user} />}</td>
      <td className={styles.number}>{user.customers > 0 ? format.count(user.customers) : '—'}</td>
      <td
        className={styles.when}
        title={lastUnlockAt === null ? undefined : format.full(lastUnlockAt)}
      >
        {lastUnlockAt === null ? t('never') : format.day(lastUnlockAt)}
      </td>
      <td>
        <UserStatusMark user={user} />
      </td>
      <td className={styles.actions}>
        <UserMenu user={user} isSelf={isSelf} onAction={onAction} />
      </td>
    </tr>
  )
}
