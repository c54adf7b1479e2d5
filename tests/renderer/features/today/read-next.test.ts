import { describe, expect, test } from 'vitest'
import { readNext } from '@renderer/features/today/read-next.rules'

/** Wednesday 2026-11-18 10:30. */
const now = new Date(2026, 10, 18, 10, 30).getTime()

describe('the next step as it is typed', () => {
  test.each([
    ['明天下午3点 送样品', '2026-11-19', 900, '送样品'],
    ['送样品，下周三', '2026-11-25', null, '送样品'],
    ['tomorrow 3pm bring samples', '2026-11-19', 900, 'bring samples'],
    ['周五：问清楚交期', '2026-11-20', null, '问清楚交期'],
    ['明天', '2026-11-19', null, ''],
  ])('%s', (text, date, minutes, note) => {
    expect(readNext(text, now)).toMatchObject({ date, minutes, note })
  })

  test('without a day has none', () => {
    expect(readNext(' 送样品 ', now)).toEqual({
      date: null,
      minutes: null,
      note: '送样品',
      source: null,
    })
  })

  test('takes no day that is over', () => {
    expect(readNext('昨天说的样品', now).date).toBeNull()
  })
})
