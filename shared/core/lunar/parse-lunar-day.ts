import { fromLunarKey, type LunarDay } from './lunar-key'

const months = '正 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ')
const otherMonths: Readonly<Record<string, number>> = { 一: 1, 元: 1, 冬: 11, 腊: 12, 臘: 12 }
const digits = '〇一二三四五六七八九十'
const pattern =
  /^(?:(?:农历|阴历|旧历|農曆|lunar)\s*)?([闰閏]?)(正|元|冬|腊|臘|十[一二]|[一二三四五六七八九十]|1[0-2]|0?[1-9])月(初?[一二三四五六七八九十]|[十廿]?[一二三四五六七八九]|二十[一二三四五六七八九]?|三十|30|[12]\d|0?[1-9])[日号]?$/i

/** Reads a lunar day as people write it: 农历八月十五, 闰六月初五, 腊月廿三, 8月15日; or as it is stored. Null for anything else. */
export function parseLunarDay(text: string): LunarDay | null {
  const folded = text.normalize('NFKC').trim()
  const stored = fromLunarKey(folded)
  if (stored) return stored
  const [, leap = '', monthText = '', dayText = ''] = pattern.exec(folded) ?? []
  const month = monthOf(monthText)
  const day = dayOf(dayText)
  if (month === null || day === null || day < 1 || day > 30) return null
  return { month, day, isLeap: leap !== '' }
}

function monthOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const index = months.indexOf(text)
  return index < 0 ? (otherMonths[text] ?? null) : index + 1
}

function dayOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace('初', '')
  if (plain === '三十') return 30
  const tens = /^(?:廿|二十)/.test(plain) ? 20 : plain.length > 1 && plain.startsWith('十') ? 10 : 0
  const rest =
    tens === 20 ? plain.replace(/^(?:廿|二十)/, '') : tens === 10 ? plain.slice(1) : plain
  const ones = rest === '' ? 0 : digits.indexOf(rest)
  return ones < 0 || rest.length > 1 ? null : tens + ones
}
