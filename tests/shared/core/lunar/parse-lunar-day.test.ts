import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toLunarKey } from '@shared/core/lunar/lunar-key'
import { lunarName } from '@shared/core/lunar/lunar-names'
import { parseLunarDay } from '@shared/core/lunar/parse-lunar-day'

const read = (text: string) => {
  const day = parseLunarDay(text)
  return day && toLunarKey(day)
}

describe('a lunar day', () => {
  test.each([
    ['农历八月十五', '08-15'],
    ['八月十五', '08-15'],
    ['八月十五日', '08-15'],
    ['阴历 8月15日', '08-15'],
    ['农历８月１５', '08-15'],
    ['闰六月初五', 'L06-05'],
    ['閏六月初五', 'L06-05'],
    ['正月初一', '01-01'],
    ['元月初一', '01-01'],
    ['冬月廿九', '11-29'],
    ['十一月二十九', '11-29'],
    ['腊月三十', '12-30'],
    ['十二月二十', '12-20'],
    ['十月初十', '10-10'],
    ['lunar 8月3', '08-03'],
    ['08-15', '08-15'],
    [' L06-05 ', 'L06-05'],
  ])('written as %s is read', (text, key) => expect(read(text)).toBe(key))

  test.each([
    ...[
      '',
      '八月',
      '十五',
      '八月卅一',
      '8月31日',
      '13月1日',
      '八月初',
      '1990-08-15',
      '八月十五前后',
    ],
    ...['08-31', 'L13-01', '八月初十五', '农历'],
  ])('%s is none', (text) => expect(read(text)).toBeNull())

  test('is read back from how it is told and from how it is stored', () => {
    const someDay = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      isLeap: fc.boolean(),
    })
    fc.assert(
      fc.property(someDay, (day) => {
        expect(parseLunarDay(lunarName(day))).toEqual(day)
        expect(parseLunarDay(`农历${lunarName(day)}`)).toEqual(day)
        expect(parseLunarDay(toLunarKey(day))).toEqual(day)
      }),
    )
  })

  test('never throws, whatever it is asked', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseLunarDay(text)))
  })
})
