import { describe, expect, test } from 'vitest'
import { activityOf, type QuietFacts } from '@shared/features/quality/activity.rules'
import { qualitySettings } from '@shared/features/quality/quality.schema'

const settings = qualitySettings.parse({})
const at = (day: string, time = '10:30') => new Date(`${day}T${time}`).getTime()
const judge = (facts: Partial<QuietFacts>, now: number, given = settings) =>
  activityOf(
    { lastInteractionAt: null, firstContactOn: null, createdAt: at('2024-01-10'), ...facts },
    given,
    now,
  )

describe('how quiet a customer is (R041, R060, R063, X7)', () => {
  test.each([
    ['2024-08-24', 'active', 92],
    ['2024-08-25', 'silent', 93],
    ['2024-11-24', 'silent', 184],
    ['2024-11-25', 'zombie', 185],
  ])('spoken to on 24 May, it is on %s %s, for %i days', (today, status, days) => {
    const facts = { lastInteractionAt: at('2024-05-24', '17:00') }
    expect(judge(facts, at(today, '00:00'))).toEqual({ status, days, from: 'interaction' })
    expect(judge(facts, at(today, '23:59'))).toEqual({ status, days, from: 'interaction' })
  })

  test('the end of a month stands for the days that a shorter one has not (D1)', () => {
    const facts = { lastInteractionAt: at('2024-02-29', '00:00') }
    expect(judge(facts, at('2024-05-31')).status).toBe('active')
    expect(judge(facts, at('2024-06-01')).status).toBe('silent')
    expect(judge({ lastInteractionAt: at('2024-02-28') }, at('2024-05-31')).status).toBe('silent')
  })

  test('who was never spoken to counts from the first contact, else from when it was entered (D2)', () => {
    const now = at('2024-05-24')
    expect(judge({}, now)).toEqual({ status: 'silent', days: 135, from: 'created' })
    expect(judge({ firstContactOn: '2023-11-20' }, now)).toEqual({
      ...{ status: 'zombie', days: 186, from: 'first-contact' },
    })
    expect(judge({ firstContactOn: '2024-02-24' }, now).status).toBe('active')
    expect(judge({ firstContactOn: '2024-02-23' }, now).status).toBe('silent')
  })

  test('an interaction counts before anything else, older or not', () => {
    const facts = { lastInteractionAt: at('2023-01-02'), firstContactOn: '2024-05-20' }
    expect(judge(facts, at('2024-05-24'))).toMatchObject({ status: 'zombie', from: 'interaction' })
  })

  test('what lies ahead by a wrong clock or a slip is active since no day', () => {
    expect(judge({ lastInteractionAt: at('2025-01-01') }, at('2024-05-24'))).toMatchObject({
      ...{ status: 'active', days: 0 },
    })
  })

  test('the months are those of the settings', () => {
    const facts = { lastInteractionAt: at('2024-05-24') }
    const short = qualitySettings.parse({ silentMonths: 1, zombieMonths: 2 })
    expect(judge(facts, at('2024-06-25'), short).status).toBe('silent')
    expect(judge(facts, at('2024-07-25'), short).status).toBe('zombie')
  })
})

describe('the terms', () => {
  test('are 3 and 6 months until somebody sets others, also in a book that set only the older ones', () => {
    const former = qualitySettings.parse({ months: 2, highTierMonths: 1 })
    expect(former).toMatchObject({ months: 2, silentMonths: 3, zombieMonths: 6 })
  })

  test.each([
    [3, 3],
    [6, 3],
  ])(
    'of %i and %i months are refused: 僵尸 takes longer than 沉默',
    (silentMonths, zombieMonths) => {
      const { error } = qualitySettings.safeParse({ silentMonths, zombieMonths })
      expect(error?.issues).toMatchObject([{ path: ['zombieMonths'], message: 'invalid' }])
    },
  )
})
