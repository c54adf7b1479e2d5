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
  `(?<![\\d零〇一二两三四五六七八九十廿周初月号第期拜])${name}(?![月点个号日人年天时分楼路层世街广村届班中小学块元万千百倍折岁次件台种条张位家刻、.~\\-\\d一二三四五六七八九十])`

/** 王国庆 is a person and 国庆路 a street; with its 节 a feast is sure. */
const feastOrName = (name: string) =>
  `${name}节|(?<![王李张刘陈杨赵黄吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕])${name}(?![路街村镇总]|先生|女士|经理|老师|师傅)`

/** Feasts by what they are called, longest names first. */
export const chineseFeasts: readonly (readonly [names: string, Feast])[] = [
  [feastOrName('元旦'), solar(1, 1)],
  ['大年三十|年三十|除夕夜?', newYearsEve],
  ['春节|(?<![经超通度错])过年(?![限检审费份度龄])|大年初一', springFestival],
  ['元宵节?|正月十五', lunar(1, 15)],
  [feastOrName('清明'), qingmingOf],
  [`五一劳动节|五一节|劳动节|${alone('五一')}`, solar(5, 1)],
  [feastOrName('端午'), lunar(5, 5)],
  ['七夕节?', lunar(7, 7)],
  [`${feastOrName('中秋')}|八月十五(?![日号])`, lunar(8, 15)],
  [feastOrName('重阳'), lunar(9, 9)],
  [`十一国庆节?|${feastOrName('国庆')}|${alone('(?<!双)十一')}`, solar(10, 1)],
  ['腊八节?', lunarLate(8)],
  ['(?<!大)小年(?:夜|(?![轻龄级会]))', lunarLate(23)],
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
