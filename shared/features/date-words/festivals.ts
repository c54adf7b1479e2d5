import { addDays, makeDate } from '@shared/core/days/day-arithmetic'
import { fromLunar } from '@shared/core/lunar/lunar'
import { qingmingOf } from '@shared/core/lunar/qingming'

/** The date of a feast in a solar year, null where the lunar table ends. */
export type Feast = (year: number) => string | null

const solar =
  (month: number, day: number): Feast =>
  (year) =>
    makeDate(year, month, day)
const lunar =
  (month: number, day: number): Feast =>
  (year) =>
    fromLunar({ year, month, day, isLeap: false })
/** Feasts of the last lunar month lie in the solar year that follows. */
const lunarLate =
  (day: number): Feast =>
  (year) =>
    fromLunar({ year: year - 1, month: 12, day, isLeap: false })
const newYearsEve: Feast = (year) => {
  const first = fromLunar({ year, month: 1, day: 1, isLeap: false })
  return first && addDays(first, -1)
}

export const springFestival: Feast = lunar(1, 1)

/** Short names of days that are numbers too: 十一点, 五一二八. */
const alone = (name: string) =>
  `(?<![\\d零〇一二两三四五六七八九十廿周初月号第期拜])${name}(?![月点个号日人年天时分楼路届班中小学块元万千百倍折岁次件台种条张位家刻、.~\\-\\d一二三四五六七八九十])`

/** Feasts by what they are called, longest names first. */
export const chineseFeasts: readonly (readonly [names: string, Feast])[] = [
  ['元旦节?', solar(1, 1)],
  ['大年三十|年三十|除夕夜?', newYearsEve],
  ['春节|(?<!经)过年|大年初一', springFestival],
  ['元宵节?|正月十五', lunar(1, 15)],
  ['清明节?', qingmingOf],
  [`五一劳动节|五一节|劳动节|${alone('五一')}`, solar(5, 1)],
  ['端午节?', lunar(5, 5)],
  ['七夕节?', lunar(7, 7)],
  ['中秋节?|八月十五(?![日号])', lunar(8, 15)],
  ['重阳节?', lunar(9, 9)],
  [`十一国庆节?|国庆节?|${alone('(?<!双)十一')}`, solar(10, 1)],
  ['腊八节?', lunarLate(8)],
  ['小年夜?(?!轻)', lunarLate(23)],
  ['情人节', solar(2, 14)],
  ['三八节|三八妇女节|妇女节', solar(3, 8)],
  [`六一儿童节|六一节|儿童节|${alone('六一')}`, solar(6, 1)],
  ['教师节', solar(9, 10)],
  ['双(?:十一|11)(?!\\d)', solar(11, 11)],
  ['双(?:十二|12)(?!\\d)', solar(12, 12)],
  ['平安夜', solar(12, 24)],
  ['圣诞节?', solar(12, 25)],
]

export const englishFeasts: readonly (readonly [names: string, Feast])[] = [
  ["new year'?s eve", solar(12, 31)],
  ["new year'?s day", solar(1, 1)],
  ['(?:chinese|lunar) new year|spring festival', springFestival],
  ['lantern festival', lunar(1, 15)],
  ['(?:qingming|tomb[- ]sweeping)(?: festival| day)?', qingmingOf],
  ["valentine'?s day", solar(2, 14)],
  ['(?:labou?r|may) day', solar(5, 1)],
  ['dragon boat(?: festival)?', lunar(5, 5)],
  ['(?:mid-autumn|moon)(?: festival)', lunar(8, 15)],
  ['national day', solar(10, 1)],
  ['christmas eve', solar(12, 24)],
  ['christmas(?: day)?', solar(12, 25)],
]
