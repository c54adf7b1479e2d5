import { describe, expect, test } from 'vitest'
import { bundledHolidays } from '@shared/core/days/bundled-holidays'
import { listYear, planImport } from '@shared/features/holidays/holidays.rules'

const ofYear = (year: number) => bundledHolidays.filter(({ date }) => date.startsWith(`${year}-`))

describe('the holidays of a year', () => {
  test('are those that come with the program, in their order', () => {
    const days = listYear(2026, [])
    expect(days.map(({ date }) => date)).toEqual(
      ofYear(2026)
        .map(({ date }) => date)
        .sort(),
    )
    expect(days.every(({ origin }) => origin === 'bundled')).toBe(true)
  })

  test('are estimates beyond the last notice, and say so', () => {
    const days = listYear(2031, [])
    expect(days.length).toBeGreaterThan(8)
    expect(new Set(days.map(({ origin }) => origin))).toEqual(new Set(['estimated']))
  })

  test('hold what the business listed over it, with what would hold instead', () => {
    const own = [
      { date: '2026-10-01', name: '盘点', kind: 'work' as const },
      { date: '2026-12-24', name: '店庆', kind: 'off' as const },
    ]
    const days = listYear(2026, own)
    expect(days.find(({ date }) => date === '2026-10-01')).toEqual({
      ...own[0],
      origin: 'own',
      instead: { name: '国庆节', kind: 'off', origin: 'bundled' },
    })
    expect(days.find(({ date }) => date === '2026-12-24')).toMatchObject({ instead: null })
  })

  test('are no more estimated once a list names the National Day of that year', () => {
    const own = [{ date: '2031-10-01', name: '国庆节', kind: 'off' as const }]
    expect(listYear(2031, own).map(({ date }) => date)).toEqual(['2031-10-01'])
  })
})

describe('an import of holidays', () => {
  test('tells what is new, what changes and what is known already', () => {
    const [known] = ofYear(2026)
    if (!known) throw new Error('no bundled day')
    const plan = planImport(
      [
        known,
        { ...known, date: '2026-10-01', name: '国庆节', kind: 'work' },
        { ...known, date: '2026-12-24' },
      ],
      [],
    )
    expect(plan.map(({ change }) => change)).toEqual(['same', 'changed', 'new'])
  })

  test('takes an estimate for nothing known', () => {
    const [estimate] = listYear(2031, [])
    if (!estimate) throw new Error('no estimate')
    const { date, name, kind } = estimate
    expect(planImport([{ date, name, kind }], [])).toMatchObject([{ change: 'new' }])
  })
})
