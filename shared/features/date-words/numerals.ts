const digits = '零一二三四五六七八九'
const ones = '[一二三四五六七八九]'

/** A number of one to three places in digits or Chinese words; whether the words make sense is for `readNumeral`. */
export const numeral = '(?:\\d{1,4}|[零〇一二两三四五六七八九十廿卅百]{1,6})'
/** Nothing that a number could go on from, or be a range with, stands before. */
export const freshNumber =
  '(?<![\\d零〇一二两三四五六七八九十廿卅百千万半几数第.\\-~～—:/#]|[\\d一二三四五六七八九十][、到至])'

const tens = new RegExp(`^(?:(${ones})?(十)|(廿)|(卅))(${ones})?$`)
const hundreds = new RegExp(`^([一二两三四五六七八九])百(?:零(${ones})|(${ones}十${ones}?))?$`)

/** 12, 十二, 廿五, 三十一, 两, 一百二十; null for what is no number (两三, 五十十). */
export function readNumeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '两') return 2
  if (text === '〇' || text === '零') return 0
  if (/^[一二三四五六七八九]$/.test(text)) return digits.indexOf(text)
  const ten = tens.exec(text)
  if (ten) {
    const [, count, plain, twenty, , rest] = ten
    const high = plain ? (count ? digits.indexOf(count) : 1) : twenty ? 2 : 3
    return high * 10 + (rest ? digits.indexOf(rest) : 0)
  }
  const hundred = hundreds.exec(text)
  if (!hundred) return null
  const [, count = '', one, more] = hundred
  const low = one ? digits.indexOf(one) : more ? (readNumeral(more) ?? 0) : 0
  return (count === '两' ? 2 : digits.indexOf(count)) * 100 + low
}

/** 二〇二六 and 2026; null for anything but four digits. */
export function readYear(text: string): number | null {
  const plain = text
    .replaceAll('〇', '零')
    .replace(/[零一二三四五六七八九]/g, (mark) => String(digits.indexOf(mark)))
  return /^\d{4}$/.test(plain) ? Number(plain) : null
}

const english = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** A number in English digits or words up to twelve, a or an. */
export const englishNumber = `(?:\\d{1,4}|an?|${english.join('|')})`

export function readEnglishNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === 'a' || text === 'an') return 1
  const index = english.indexOf(text)
  return index < 0 ? null : index + 1
}
