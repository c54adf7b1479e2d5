import { describe, expect, it } from 'vitest'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import { groupByMonth, isLongEntry } from '@renderer/features/follow-ups/timeline-groups'

const at = (month: number, day: number, hour = 10, minute = 0) =>
  new Date(2026, month - 1, day, hour, minute).getTime()
const entry = (id: number, occurredAt: number): FollowUpEntry => ({
  id,
  uid: '0190a000-0000-7000-8000-000000000000',
  code: `F20261101000${id}`,
  customerId: 1,
  type: 'phone',
  occurredAt,
  content: '报了价',
  nextFollowAt: null,
  nextNote: null,
  nextDoneAt: null,
  followerName: '陈立夏',
  createdAt: occurredAt,
  updatedAt: occurredAt,
})

describe('months of the timeline', () => {
  it('are cut at local midnight of the first day', () => {
    const groups = groupByMonth([
      entry(3, at(11, 1, 0, 0)),
      entry(2, at(10, 31, 23, 59)),
      entry(1, at(10, 2)),
    ])
    expect(groups.map((group) => [group.month, group.entries.map(({ id }) => id)])).toEqual([
      ['2026-11', [3]],
      ['2026-10', [2, 1]],
    ])
  })

  it('are none when there are no entries', () => {
    expect(groupByMonth([])).toEqual([])
  })
})

describe('an entry', () => {
  it('is one line when it is short and plans nothing', () => {
    expect(isLongEntry({ content: '收到样品', nextFollowAt: null })).toBe(false)
  })

  it('is boxed when it is long, has lines or plans a next step', () => {
    expect(isLongEntry({ content: '谈'.repeat(40), nextFollowAt: null })).toBe(true)
    expect(isLongEntry({ content: '一\n二', nextFollowAt: null })).toBe(true)
    expect(isLongEntry({ content: '收到样品', nextFollowAt: at(12, 1) })).toBe(true)
  })
})
