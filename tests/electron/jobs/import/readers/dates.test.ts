import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate, toInstant } from '../../../../../electron/jobs/import/readers/dates'

describe('a date in a foreign cell', () => {
  it.each([
    ['2023-03-15', '2023-03-15'],
    ['2023年3月15日', '2023-03-15'],
    ['2023.3.15', '2023-03-15'],
    ['2023/3/5', '2023-03-05'],
    ['２０２３年３月５日', '2023-03-05'],
    ['20230315', '2023-03-15'],
    ['45000', '2023-03-15'],
    ['45123', '2023-07-16'],
    ['2023-3-5 0:00', '2023-03-05'],
    ['2023-03-05T00:00:00', '2023-03-05'],
    ['12/31/2023', '2023-12-31'],
    ['31/12/2023', '2023-12-31'],
    ['5/5/2023', '2023-05-05'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)?.date).toBe(date)
    expect(readDate(text)?.time).toBeNull()
  })

  it.each([
    ['2023-3-5 10:30', '10:30'],
    ['2023年3月5日 9:05', '09:05'],
    ['2023-03-05 23:59:58', '23:59:58'],
    ['45000.5', '12:00'],
  ])('%s keeps its time %s', (text, time) => {
    expect(readDate(text)?.time).toBe(time)
  })

  it.each([
    '去年年底',
    '2023-02-30',
    '2023-13-01',
    '03/04/2023',
    '23-3-5',
    '2023年3月',
    '99999',
    '1234',
    '',
  ])('%s is not guessed', (text) => expect(readDate(text)).toBeNull())

  it('without a time is nine in the morning as an instant', () => {
    const reading = readDate('2026-11-20')
    expect(reading && toInstant(reading)).toBe(new Date(2026, 10, 20, 9).getTime())
  })

  it('never throws, and answers only days of the calendar', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d./年月日 :-]{1,20}$/)), (text) => {
        const reading = readDate(text)
        if (reading)
          expect(new Date(`${reading.date}T00:00Z`).toISOString().slice(0, 10)).toBe(reading.date)
      }),
    )
  })
})
