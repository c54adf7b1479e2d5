import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { festivalOf } from '@shared/core/days/holiday'
import { lastAnnouncedYear } from '@shared/core/days/holiday-calendar'
import { parseHolidayCsv } from '@shared/core/days/holiday-csv'

describe('a holiday list is read from CSV', () => {
  test('with heading, mark, Chinese and English words, quotes and several ways of writing a date', () => {
    const text =
      '\uFEFF日期,名称,类型\r\n2027-01-01,元旦,休\r\n2027/1/3,元旦,班\n"2027年2月5日","春节, 除夕",off\n\n20270206;春节;放假\n2027.10.1\t国庆节\t休息\n'
    expect(parseHolidayCsv(text)).toEqual({
      holidays: [
        { date: '2027-01-01', name: '元旦', kind: 'off' },
        { date: '2027-01-03', name: '元旦', kind: 'work' },
        { date: '2027-02-05', name: '春节, 除夕', kind: 'off' },
        { date: '2027-02-06', name: '春节', kind: 'off' },
        { date: '2027-10-01', name: '国庆节', kind: 'off' },
      ],
      errors: [],
    })
  })

  test('rows that cannot be read are left out and named', () => {
    const text = `2027-02-30,春节,休\n2027-05-01,,休\n2027-05-01,劳动节,调休\n2027-05-01,劳动节,休\n2027-05-01,劳动节,班\nx\n2027-05-02,${'长'.repeat(41)},休`
    const { holidays, errors } = parseHolidayCsv(text)
    expect(holidays).toEqual([{ date: '2027-05-01', name: '劳动节', kind: 'off' }])
    expect(errors.map(({ row, code }) => [row, code])).toEqual([
      [1, 'date'],
      [2, 'name'],
      [3, 'kind'],
      [5, 'duplicate'],
      [6, 'date'],
      [7, 'name'],
    ])
    expect(errors[0]?.text).toBe('2027-02-30,春节,休')
  })

  test('every line that holds something is a holiday or an error', () => {
    const cell = fc.constantFrom('2027-01-01', '2027-02-30', '元旦', '休', '班', '"', '""', 'x', '')
    const line = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(','))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { holidays, errors } = parseHolidayCsv(lines.join('\n'))
        const written = lines.filter((text) => text.trim() !== '').length
        expect(holidays.length + errors.length).toBe(written)
      }),
    )
  })

  test('names lead to the public holiday, and lists to the last year they tell', () => {
    expect([festivalOf('春节'), festivalOf('国庆节、中秋节'), festivalOf('厂庆')]).toEqual([
      'spring-festival',
      'national-day',
      null,
    ])
    expect(lastAnnouncedYear([])).toBe(2026)
    expect(lastAnnouncedYear([{ date: '2027-10-01', name: '国庆节', kind: 'off' }])).toBe(2027)
  })
})
