import { describe, expect, it } from 'vitest'
import { drillGraceMs, drillState, findDrillDue } from '@shared/features/backups/backup-drill.rules'

const at = new Date(2026, 10, 10, 15).getTime()
const dayMs = 86_400_000

describe('rehearsals of a restore (R094)', () => {
  it('are due a day after the first backup, a month after one that passed, a day after one that failed', () => {
    expect(findDrillDue(null, null)).toBeNull()
    expect(findDrillDue(null, at)).toBe(at + dayMs)
    expect(findDrillDue({ at, failure: null }, at)).toBe(new Date(2026, 11, 10, 15).getTime())
    expect(findDrillDue({ at, failure: 'backups.damaged' }, at)).toBe(at + dayMs)
  })

  it('fall on the last day of a month that is shorter', () => {
    const last = { at: new Date(2027, 0, 31, 9).getTime(), failure: null }
    expect(findDrillDue(last, at)).toBe(new Date(2027, 1, 28, 9).getTime())
  })

  it('are a warning only when one failed, or is due for two weeks', () => {
    const passed = { failure: null }
    const state = (last: typeof passed | null, now: number) => drillState(last, at, now)
    expect(drillState(null, null, at)).toBe('none')
    expect(state(null, at - 1)).toBe('none')
    expect(state(passed, at - 1)).toBe('passed')
    expect(state(passed, at)).toBe('due')
    expect(state(passed, at + drillGraceMs)).toBe('overdue')
    expect(drillState({ failure: 'backups.damaged' }, at, at + drillGraceMs)).toBe('failed')
  })
})
