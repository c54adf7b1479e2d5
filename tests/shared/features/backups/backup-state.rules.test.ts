import { backupState, estimateBackupBytes } from '@shared/features/backups/backup-state.rules'
import { describe, expect, it } from 'vitest'

const now = new Date(2026, 10, 22, 8, 0).getTime()
const daysAgo = (days: number) => new Date(2026, 10, 22 - days, 23, 0).getTime()

describe('the state of backups', () => {
  it('grows more urgent with the calendar days since the last proven one', () => {
    expect(backupState(null, now)).toBe('none')
    expect(backupState(now, now)).toBe('fresh')
    expect(backupState(daysAgo(3), now)).toBe('fresh')
    expect(backupState(daysAgo(4), now)).toBe('old')
    expect(backupState(daysAgo(14), now)).toBe('old')
    expect(backupState(daysAgo(15), now)).toBe('overdue')
  })

  it('never estimates less than the pages and their hashes', () => {
    expect(estimateBackupBytes(4096 * 1000, 4096, 2000)).toBeGreaterThan(4096 * 1000 + 16_000)
    expect(estimateBackupBytes(500_000_000, 4096, 2000)).toBeLessThan(500_000_000 * 1.01)
  })
})
