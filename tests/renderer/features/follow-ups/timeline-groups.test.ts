import { describe, expect, it } from 'vitest'
import type { TimelineItem } from '@shared/features/timeline/timeline.schema'
import { groupByMonth, isLongEntry } from '@renderer/features/follow-ups/timeline-groups'

const at = (month: number, day: number, hour = 10, minute = 0) =>
  new Date(2026, month - 1, day, hour, minute).getTime()
const item = (id: number, moment: number): TimelineItem => ({
  ...{ kind: 'stage', id, at: moment, personName: '陈立夏' },
  ...{ from: 'prospect', to: 'intent', reason: null },
})

describe('months of the timeline', () => {
  it('are cut at local midnight of the first day', () => {
    const groups = groupByMonth([
      item(3, at(11, 1, 0, 0)),
      item(2, at(10, 31, 23, 59)),
      item(1, at(10, 2)),
    ])
    expect(groups.map((group) => [group.month, group.items.map(({ id }) => id)])).toEqual([
      ['2026-11', [3]],
      ['2026-10', [2, 1]],
    ])
  })

  it('are none when there are no entries', () => {
    expect(groupByMonth([])).toEqual([])
  })
})

const entry = (values: Partial<Parameters<typeof isLongEntry>[0]>) => ({
  ...{ content: '收到样品', nextFollowAt: null, files: [] },
  ...values,
})

describe('an entry', () => {
  it('is one line when it is short and plans nothing', () => {
    expect(isLongEntry(entry({}))).toBe(false)
  })

  it('is boxed when it is long, has lines, plans a next step or came with files', () => {
    expect(isLongEntry(entry({ content: '谈'.repeat(40) }))).toBe(true)
    expect(isLongEntry(entry({ content: '一\n二' }))).toBe(true)
    expect(isLongEntry(entry({ nextFollowAt: at(12, 1) }))).toBe(true)
    const file = { id: 1, fileName: '布局.jpg', mediaType: 'image/jpeg', bytes: 3 }
    expect(isLongEntry(entry({ files: [file] }))).toBe(true)
  })
})
