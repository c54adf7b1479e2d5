import type { Role } from '@shared/core/permissions'

/** Days after which an owner is asked whether the recovery key is still at hand (R094: a way back that was tried). */
export const recoveryReminderDays = 90
const dayMs = 86_400_000

/**
 * Whole days since the recovery key was last proven, once they are `recoveryReminderDays` or more; null while nothing is to be
 * said, and for everybody but an owner.
 * @param provenAt epoch ms, null when it is not known
 * @param now epoch ms
 */
export function findOverdueRecoveryCheck(
  role: Role | null,
  provenAt: number | null,
  now: number,
): number | null {
  if (role !== 'owner' || provenAt === null) return null
  const days = Math.floor((now - provenAt) / dayMs)
  return days >= recoveryReminderDays ? days : null
}
