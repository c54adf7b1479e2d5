import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserAccount } from '@shared/features/users/users.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import { useRouteCommand } from '@renderer/lib/client'
import { listReceivers } from './receivers.rules'

const pool = 'pool'

/** 移除: names the person, and where customers are left asks who gets them. */
export function RemoveDialog({
  user,
  users,
  onRemoved,
  onClose,
}: {
  user: UserAccount
  users: readonly UserAccount[]
  onRemoved: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('users')
  const remove = useRouteCommand('users.remove')
  const [receiver, setReceiver] = useState<string>()
  const [missing, setMissing] = useState(false)
  const { name } = user
  // The number may have grown since the list was read; the program then answers that somebody has to be named.
  const asks = user.customers > 0 || remove.error?.code === 'users.owns-customers'

  function submit(): void {
    if (asks && receiver === undefined) return setMissing(true)
    const transferTo = receiver === undefined || receiver === pool ? null : receiver
    remove.mutate({ uid: user.uid, transferTo }, { onSuccess: onRemoved })
  }

  return (
    <FormDialog
      title={t('remove.title', { name })}
      lead={t('remove.lead')}
      action={t('remove.action', { name })}
      danger
      busy={remove.isPending}
      error={remove.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {asks && (
        <FormField
          label={t('remove.receiver', { count: user.customers })}
          error={missing && receiver === undefined ? 'required' : undefined}
          required
        >
          {(props) => (
            <Select
              {...props}
              value={receiver ?? null}
              placeholder={t('remove.choose')}
              onChange={setReceiver}
              options={[
                { value: pool, label: t('remove.pool') },
                ...listReceivers(users, user.uid).map((one) => ({
                  value: one.uid,
                  label: `${one.name} · ${t(`common:role.${one.role}`)}`,
                })),
              ]}
            />
          )}
        </FormField>
      )}
    </FormDialog>
  )
}
