import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayOff } from '@shared/core/days/workdays'
import { holidayCalendarOf } from '@db/holiday-calendar'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const year = (of: number) => book.run('holidays.list', { year: of })
const find = (date: string) =>
  year(Number(date.slice(0, 4))).days.find((day) => day.date === date) ?? null
const undo = () => book.run('history.undo', {})
const isFree = (date: string) => dayOff(date, holidayCalendarOf(book.book.read)) !== null

const list = [
  '日期,名称,休或班',
  '2027-01-01,元旦,休',
  '2027-13-01,错日,休',
  '2027-10-01,国庆节,休',
].join('\n')

describe('the holiday list of a book', () => {
  test('begins with what comes with the program', () => {
    expect(find('2026-10-01')).toMatchObject({ name: '国庆节', kind: 'off', origin: 'bundled' })
    expect(year(2026).lastAnnounced).toBe(2026)
  })

  test('takes a day of one’s own, by which days are counted from then on', () => {
    expect(isFree('2026-12-24')).toBe(false)
    book.run('holidays.set', { date: '2026-12-24', name: '店庆', kind: 'off' })
    expect(find('2026-12-24')).toMatchObject({ origin: 'own', instead: null })
    expect(isFree('2026-12-24')).toBe(true)
    undo()
    expect(find('2026-12-24')).toBeNull()
    expect(isFree('2026-12-24')).toBe(false)
  })

  test('says something else of a known day, and gives it back', () => {
    book.run('holidays.set', { date: '2026-10-01', name: '盘点', kind: 'off' })
    book.run('holidays.set', { date: '2026-10-01', name: '盘点', kind: 'work' })
    expect(isFree('2026-10-01')).toBe(false)
    expect(find('2026-10-01')?.instead).toEqual({ name: '国庆节', kind: 'off', origin: 'bundled' })
    book.run('holidays.remove', { date: '2026-10-01' })
    expect(isFree('2026-10-01')).toBe(true)
    undo()
    expect(isFree('2026-10-01')).toBe(false)
  })

  test('has nothing to take off where the day is not of one’s own', () => {
    expect(() => book.run('holidays.remove', { date: '2026-10-01' })).toThrow(
      code('holidays.not-listed'),
    )
  })

  test('is set back a year at a time', () => {
    for (const date of ['2026-12-24', '2026-12-31', '2027-01-04'])
      book.run('holidays.set', { date, name: '店庆', kind: 'off' })
    expect(book.run('holidays.reset', { year: 2026 })).toEqual({ removed: 2 })
    expect([find('2026-12-31'), find('2027-01-04')?.origin]).toEqual([null, 'own'])
    undo()
    expect(find('2026-12-31')?.origin).toBe('own')
  })

  test('refuses dates that no calendar has', () => {
    expect(() =>
      book.run('holidays.set', { date: '2026-02-30', name: '店庆', kind: 'off' }),
    ).toThrow()
  })
})

describe('an imported list', () => {
  test('is shown first: what is new, and which rows cannot be read and why', () => {
    const { days, errors } = book.run('holidays.preview', { text: list })
    expect(days.map(({ date, change }) => [date, change])).toEqual([
      ['2027-01-01', 'new'],
      ['2027-10-01', 'new'],
    ])
    expect(errors).toEqual([{ row: 3, text: '2027-13-01,错日,休', code: 'date' }])
    expect(find('2027-01-01')?.origin).toBe('estimated')
  })

  test('is one command that one undo takes back', () => {
    expect(book.run('holidays.import', { text: list })).toEqual({ saved: 2, same: 0 })
    expect(year(2027).days.map(({ origin }) => origin)).toEqual(['own', 'own'])
    expect(year(2027).lastAnnounced).toBe(2027)
    expect(book.run('holidays.import', { text: list })).toEqual({ saved: 0, same: 2 })
    undo()
    expect(year(2027).days.every(({ origin }) => origin === 'estimated')).toBe(true)
  })

  test('without a row that can be read writes nothing', () => {
    expect(() => book.run('holidays.import', { text: '明天,休息' })).toThrow(
      code('holidays.nothing-to-import'),
    )
  })
})

describe('who may change the list', () => {
  test('is who manages the fields; everybody may read it', () => {
    const seller = book.signIn('示例销售', 'sales')
    const day = { date: '2026-12-24', name: '店庆', kind: 'off' as const }
    expect(book.run('holidays.list', { year: 2026 }, seller).days.length).toBeGreaterThan(0)
    expect(() => book.run('holidays.set', day, seller)).toThrow(code('core.forbidden'))
    expect(() => book.run('holidays.import', { text: list }, seller)).toThrow(
      code('core.forbidden'),
    )
  })
})
