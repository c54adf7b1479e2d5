import { describe, expect, test } from 'vitest'
import { lostReasonFor } from '@shared/features/customers/customers.rules'
import { closesStepsBefore, nextDoneAfterEdit } from '@shared/features/follow-ups/follow-ups.rules'
import { tagKey, uniqueTags } from '@shared/features/tags/tags.rules'

describe('losing a customer (R029)', () => {
  test('needs a reason', () => {
    expect(() => lostReasonFor('lost', null)).toThrow(
      expect.objectContaining({ code: 'customers.lost-reason-required' }),
    )
    expect(lostReasonFor('lost', '价格')).toBe('价格')
  })

  test('leaves no reason on any other stage', () => {
    expect(lostReasonFor('won', '价格')).toBeNull()
  })
})

describe('next steps (R070)', () => {
  const now = new Date(2024, 4, 15, 10, 30).getTime()
  const tonight = new Date(2024, 4, 15, 23, 59, 59, 999).getTime()

  test('a new date closes every open step, no date closes those due by tonight', () => {
    expect(closesStepsBefore(now + 1, now)).toBe(Infinity)
    expect(closesStepsBefore(null, now)).toBe(tonight + 1)
  })

  test('a step that is moved is open again, an untouched one keeps its mark', () => {
    const done = { nextFollowAt: now, nextDoneAt: now + 5 }
    expect(nextDoneAfterEdit(done, now)).toBe(now + 5)
    expect(nextDoneAfterEdit(done, now + 1)).toBeNull()
  })
})

describe('tags (R033)', () => {
  test('are the same when type and folded name are the same', () => {
    expect(tagKey({ type: 'need', name: 'ＶＩＰ 班' })).toBe(
      tagKey({ type: 'need', name: 'vip  班' }),
    )
    expect(tagKey({ type: 'need', name: 'vip' })).not.toBe(tagKey({ type: 'risk', name: 'vip' }))
  })

  test('mentioned twice count once, in the writing of the first mention', () => {
    const tags = uniqueTags([
      { type: 'need', name: 'VIP' },
      { type: 'need', name: 'vip' },
    ])
    expect(tags).toEqual([{ type: 'need', name: 'VIP' }])
  })
})
