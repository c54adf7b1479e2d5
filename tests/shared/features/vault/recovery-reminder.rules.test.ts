import { describe, expect, it } from 'vitest'
import { roles } from '@shared/core/permissions'
import {
  findOverdueRecoveryCheck,
  recoveryReminderDays,
} from '@shared/features/vault/recovery-reminder.rules'

const day = 86_400_000
const now = 1_800_000_000_000
const proven = (days: number) => now - days * day

describe('the reminder to check the recovery key', () => {
  it('comes to an owner after 90 days and counts on', () => {
    expect(recoveryReminderDays).toBe(90)
    expect(findOverdueRecoveryCheck('owner', proven(90) + 1, now)).toBeNull()
    expect(findOverdueRecoveryCheck('owner', proven(90), now)).toBe(90)
    expect(findOverdueRecoveryCheck('owner', proven(200), now)).toBe(200)
  })

  it('comes to nobody else', () => {
    for (const role of [null, ...roles.filter((one) => one !== 'owner')])
      expect(findOverdueRecoveryCheck(role, proven(400), now)).toBeNull()
  })

  it('stays away while nothing is known, and when the clock was set back', () => {
    expect(findOverdueRecoveryCheck('owner', null, now)).toBeNull()
    expect(findOverdueRecoveryCheck('owner', now + 5 * day, now)).toBeNull()
  })
})
