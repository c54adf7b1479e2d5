import { Button, Skeleton } from 'antd'
import { UserPlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserAccount } from '@shared/features/users/users.schema'
import { ErrorState } from '@renderer/components/error-state'
import { useToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { SectionHead } from '../section-head'
import { LeavingNote } from './leaving-note'
import { RoleMatrix } from './role-matrix'
import { useSwitchUser } from './use-switch-user'
import type { UserAction } from './user-actions.rules'
import { UserDialogs, type OpenDialog } from './user-dialogs'
import { UserTable } from './user-table'
import styles from './user-table.module.css'

/** 用户与角色: who has an account, and what each role may do (R083–R086). */
export function UsersSection({ title }: { title: string }) {
  const { t } = useTranslation('users')
  const toast = useToast()
  const { data: state } = useRouteQuery('vault.getState', {})
  const { data, error, refetch } = useRouteQuery('users.list', {})
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const [left, setLeft] = useState<UserAccount | null>(null)
  const people = useSwitchUser(setLeft)
  // The customers that people hold change without a word to this list.
  useEffect(() => void refetch({ cancelRefetch: false }), [refetch])

  function act(action: UserAction, user: UserAccount): void {
    if (action === 'disable') people.disable(user)
    else if (action === 'enable') people.enable(user)
    else setDialog({ kind: action, user })
  }

  function onRemoved(user: UserAccount): void {
    setDialog(null)
    setLeft(user)
    toast(t('done.remove', { name: user.name }))
  }

  return (
    <>
      <SectionHead
        title={title}
        action={
          <Button
            type="primary"
            icon={<UserPlus size={16} strokeWidth={1.6} aria-hidden />}
            onClick={() => setDialog({ kind: 'add' })}
          >
            {t('add.title')}
          </Button>
        }
      />
      {left && isGone(left, data?.users) && <LeavingNote name={left.name} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && (
        <div className={styles.loading}>
          <Skeleton active title={false} paragraph={{ rows: 4 }} />
        </div>
      )}
      {data && <UserTable users={data.users} selfUid={state?.session?.uid} onAction={act} />}
      <RoleMatrix />
      <UserDialogs
        dialog={dialog}
        users={data?.users ?? []}
        bookName={state?.book?.name ?? ''}
        onRemoved={onRemoved}
        onClose={() => setDialog(null)}
      />
    </>
  )
}

/** Not there any more, or still without a way in: somebody who was enabled again is no reason for a new key. */
function isGone(left: UserAccount, users: readonly UserAccount[] = []): boolean {
  return !users.some(({ uid, status }) => uid === left.uid && status !== 'disabled')
}
