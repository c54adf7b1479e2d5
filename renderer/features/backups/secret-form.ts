import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { z } from 'zod'

/** What opens a backup: a user's password of that day, or the recovery key. */
export const secretForm = z.object({
  way: z.enum(['password', 'recovery-key']),
  userUid: z.string(),
  secret: z.string().min(1, { error: 'required' }).max(1024, { error: 'too-long|1024' }),
})
export type SecretForm = z.output<typeof secretForm>

/** The form as the routes want it: no user means recovery key. */
export function toSecret({ way, userUid, secret }: SecretForm) {
  return { userUid: way === 'password' ? userUid : null, secret }
}

/** The form for one backup, beginning with the password of its first user. */
export function useSecretForm(users: BackupSummary['users']) {
  return useForm<SecretForm>({
    resolver: zodResolver(secretForm),
    defaultValues: { way: 'password', userUid: users[0]?.uid ?? '', secret: '' },
  })
}
