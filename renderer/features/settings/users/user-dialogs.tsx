import type { UserAccount } from '@shared/features/users/users.schema'
import { AddUserDialog } from './add-user-dialog'
import { RemoveDialog } from './remove-dialog'
import { RenameDialog } from './rename-dialog'
import { ResetDialog } from './reset-dialog'

/** Which dialog stands open, and about whom. */
export type OpenDialog =
  { kind: 'add' } | { kind: 'rename' | 'reset' | 'remove'; user: UserAccount } | null

/** The one dialog of the section that is open. */
export function UserDialogs({
  dialog,
  users,
  bookName,
  onRemoved,
  onClose,
}: {
  dialog: OpenDialog
  users: readonly UserAccount[]
  bookName: string
  onRemoved: (user: UserAccount) => void
  onClose: () => void
}) {
  if (dialog === null) return null
  if (dialog.kind === 'add') return <AddUserDialog bookName={bookName} onClose={onClose} />
  const { kind, user } = dialog
  if (kind === 'rename') return <RenameDialog user={user} onClose={onClose} />
  if (kind === 'reset') return <ResetDialog user={user} bookName={bookName} onClose={onClose} />
  return (
    <RemoveDialog user={user} users={users} onRemoved={() => onRemoved(user)} onClose={onClose} />
  )
}
