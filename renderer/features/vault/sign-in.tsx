import { useState } from 'react'
import type { SignInUser } from '@shared/features/vault/vault.schema'
import { DeviceUnlock } from './device-unlock'
import { OwnPasswordForm } from './own-password-form'
import { PasswordForm } from './password-form'

/** How one person gets in: password, the key of this computer, or first an own password in place of the one given. */
export function SignIn({
  user,
  bookName,
  needsCheck,
  onMove,
}: {
  user: SignInUser
  bookName: string
  /** Opening reads the whole book first, which takes a while. */
  needsCheck: boolean
  onMove: (step: 1 | -1) => void
}) {
  const [given, setGiven] = useState<string | null>(null)
  if (given !== null)
    return (
      <OwnPasswordForm
        user={user}
        given={given}
        bookName={bookName}
        onBack={() => setGiven(null)}
      />
    )
  return (
    <>
      <PasswordForm user={user} needsCheck={needsCheck} onMove={onMove} onMustChange={setGiven} />
      {user.remembered && <DeviceUnlock user={user} needsCheck={needsCheck} />}
    </>
  )
}
