import type { Rule } from './date-words'

const figures = '[\\d一二三四五六七八九十廿]'
/** The time of what comes again is none of a single day. */
const itsTime = `(?:早上|上午|中午|下午|晚上)?(?:\\s?${figures}{1,3}[点:](?:半|\\d{2})?)?`
const weekday = '[一二三四五六日天]'
const hours = '(?:\\s*\\d{1,2}:\\d{2}\\s*[-~—–到至]\\s*\\d{1,2}:\\d{2})?'

/** None of them looks back over a whole text: a number of twenty thousand figures is pasted too. */
const patterns = [
  // Addresses of mails and pages.
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+/g,
  /\b(?:https?:\/\/|www\.)\S+/g,
  // Numbers of phones, cards and identities.
  /\+?\d[\d]{6,}/g,
  /(?<!\d)\d{3,4}[- ]\d{3,4}[- ]?\d{4}(?!\d)/g,
  // Versions, decimals, addresses of computers.
  /\bv?\d+(?:\.\d+)+/g,
  // Numbers of contracts and orders.
  /\b[a-z]{1,8}[-_#]?\d+[-_/][\w/-]+/g,
  /\b[a-z]{1,8}[-_#]\d[\w/-]*/g,
  // Sums.
  /[¥$€£]\s?\d[\d,.]*/g,
  /(?<![\d,.])\d[\d,.]{0,20}\s?(?:元|块|万元|人民币|rmb|cny|usd|%)/g,
  // What comes again and again is no date.
  new RegExp(
    `每[个隔]?(?:周|星期|礼拜)(?:${weekday}|末)(?:[、和及,，]?[周一二三四五六日天])*${itsTime}`,
    'g',
  ),
  new RegExp(`每(?:个?月|年)(?:的?${figures}+月)?${figures}+[号日]?${itsTime}`, 'g'),
  new RegExp(`每[个一]?(?:天|日|周|月|年|季度?)(?:初|中|底|末)?${itsTime}`, 'g'),
  // Nor are the days of a week on which a shop is open.
  new RegExp(
    `(?:周|星期|礼拜)${weekday}\\s?[-~—–到至]\\s?(?:周|星期|礼拜)?${weekday}${hours}`,
    'g',
  ),
  /\b(?:every|each) (?:other )?(?:\w+day|mon|tue|wed|thu|fri|sat|sun|day|week|month|year|morning|evening|night)s?\b/g,
]

/** What is full of figures or named like a day and yet no date; nothing within is read. */
export const noDates: readonly Rule[] = patterns.map((pattern) => ({
  pattern,
  read: () => 'refuse',
}))
