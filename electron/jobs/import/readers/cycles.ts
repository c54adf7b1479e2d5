import { foldCell } from '../cell'

const units: [RegExp, number][] = [
  [/^(?:天|日|days?|d)$/i, 1],
  [/^(?:周|星期|个?礼拜|weeks?|w)$/i, 7],
  [/^(?:个?月|months?|m)$/i, 30],
  [/^(?:个?季度?|quarters?)$/i, 91],
  [/^(?:年|years?|y)$/i, 365],
]
const written = /^(?:每|约|大约|every|about)*\s*(\d{1,4})?\s*(\D+?)?\s*(?:左右|一次|1次)?$/i

/**
 * Days between two purchases (R029): 26, 26 天, 每 2 周, 每月, 3 months. `isExact` is false for months and longer, which are no
 * whole days: then the cell is kept as written too. A number alone counts what the column names: 采购周期（月）.
 * @returns null for what is no time or is outside of 1 to 3,650 days
 */
export function readCycle(text: string, header: string): { days: number; isExact: boolean } | null {
  const match = written.exec(foldCell(text))
  if (!match) return null
  const [, number, word] = match
  if (number === undefined && word === undefined) return null
  const named = /[(（\s]?([天日周月季年])[数)）]*$/.exec(header)?.[1] ?? '天'
  const unit = units.find(([pattern]) => pattern.test(word ?? named))?.[1]
  const days = unit === undefined ? 0 : Number(number ?? 1) * unit
  return days >= 1 && days <= 3650 ? { days, isExact: (unit ?? 0) <= 7 } : null
}
