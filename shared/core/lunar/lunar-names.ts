import type { LunarDate } from './lunar'

const months = '正 二 三 四 五 六 七 八 九 十 冬 腊'.split(' ')
const digits = '〇一二三四五六七八九十'

/** 正月初一, 闰二月廿九, 腊月三十: a lunar day as it is said, without its year. */
export function lunarName({ month, day, isLeap }: Omit<LunarDate, 'year'>): string {
  return `${isLeap ? '闰' : ''}${months[month - 1] ?? ''}月${lunarDayName(day)}`
}

/** 初一 to 三十. */
export function lunarDayName(day: number): string {
  if (day <= 10) return `初${digits.charAt(day)}`
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  return `${day < 20 ? '十' : '廿'}${digits.charAt(day % 10)}`
}
