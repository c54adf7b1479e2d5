import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import { caseStatuses } from '@shared/features/service-cases/service-cases.enums'
import {
  assertCaseOrder,
  type CaseProgress,
  caseSpans,
  moveCase,
  respondCase,
} from '@shared/features/service-cases/service-cases.rules'

const opened = new Date(2024, 4, 17, 15).getTime()
const hour = 3_600_000
const now = opened + 5 * hour
const fresh: CaseProgress = {
  ...{ status: 'open', openedAt: opened, respondedAt: null, resolvedAt: null, closedAt: null },
  ...{ result: null, satisfaction: null },
}
const move = (
  before: CaseProgress,
  to: CaseProgress['status'],
  { result = null, satisfaction = null }: Partial<CaseProgress> = {},
  at = now,
) => moveCase(before, { to, result, satisfaction }, at)
const code = (name: string) => expect.objectContaining({ code: name }) as Error

describe('the way of a case', () => {
  test('resolving asks how it ended and answers the customer', () => {
    expect(() => move(fresh, 'resolved')).toThrow(code('service-cases.result-missing'))
    expect(move(fresh, 'resolved', { result: '换新' })).toEqual({
      ...{ ...fresh, status: 'resolved', result: '换新', respondedAt: now, resolvedAt: now },
    })
  })

  test('closing keeps when it was resolved and how content they were', () => {
    const resolved = move(fresh, 'resolved', { result: '换新' })
    const closed = move(resolved, 'closed', { satisfaction: 5 }, now + hour)
    expect(closed).toMatchObject({ resolvedAt: now, closedAt: now + hour, satisfaction: 5 })
    expect(closed.result).toBe('换新')
    expect(move(fresh, 'closed', { result: '谢过' })).toMatchObject({
      ...{ resolvedAt: now, closedAt: now, satisfaction: null },
    })
  })

  test('opening again clears the end and keeps the first answer', () => {
    const answered = respondCase(fresh, opened + hour, now)
    const closed = move(answered, 'closed', { result: '换新', satisfaction: 2 })
    expect(move(closed, 'in-progress')).toEqual({
      ...{ ...answered, status: 'in-progress', result: '换新' },
    })
  })

  test('whatever way it goes, the stamps fit the status', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...caseStatuses), { maxLength: 12 }), (way) => {
        const end = way.reduce((at, to, step) => move(at, to, { result: '好' }, now + step), fresh)
        expect(end.resolvedAt !== null).toBe(['resolved', 'closed'].includes(end.status))
        expect(end.closedAt !== null).toBe(end.status === 'closed')
        if (end.resolvedAt !== null) expect(end.respondedAt).not.toBeNull()
        if (end.closedAt !== null) expect(end.closedAt).toBeGreaterThanOrEqual(end.resolvedAt ?? 0)
      }),
    )
  })
})

describe('the first answer', () => {
  test('begins the work and stays the first one', () => {
    const answered = respondCase(fresh, null, now)
    expect(answered).toMatchObject({ status: 'in-progress', respondedAt: now })
    expect(respondCase(answered, null, now + hour)).toBe(answered)
    expect(respondCase({ ...fresh, status: 'waiting' }, null, now).status).toBe('waiting')
  })

  test('lies neither before the case nor in the future', () => {
    expect(() => respondCase(fresh, opened - 1, now)).toThrow(code('service-cases.time-order'))
    expect(() => respondCase(fresh, now + 1, now)).toThrow(code('service-cases.time-order'))
    expect(respondCase(fresh, opened, now).respondedAt).toBe(opened)
  })
})

test('a case begins neither in the future nor after its answer', () => {
  const stamps = { respondedAt: null, resolvedAt: null, closedAt: null }
  expect(() => assertCaseOrder({ openedAt: now, ...stamps }, now)).not.toThrow()
  expect(() => assertCaseOrder({ openedAt: now + 1, ...stamps }, now)).toThrow(
    code('service-cases.time-order'),
  )
  expect(() =>
    assertCaseOrder({ openedAt: opened + 1, ...stamps, respondedAt: opened }, now),
  ).toThrow(code('service-cases.time-order'))
})

test('waits are told by the clock and in working time (R080)', () => {
  const monday = new Date(2024, 4, 20, 9).getTime()
  const calendar = makeHolidayCalendar([])
  expect(caseSpans({ ...fresh, respondedAt: monday }, calendar)).toEqual({
    ...{ response: { clock: 66 * hour, working: 18 * hour }, resolution: null },
  })
})
