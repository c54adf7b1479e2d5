import { isRealDate } from '@shared/core/dates'
import { foldCell } from '../cell'

/** A date as written in a cell. `time` is HH:MM[:SS] when the cell has one other than midnight. */
export type DateReading = { date: string; time: string | null; isSerial: boolean }

const separated =
  /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?:[\sT]*(?:星期.|周.)?[\sT]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?[秒分]?\s*(Z)?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const american = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const serial = /^\d{5}(?:\.\d+)?$/

const dayMs = 86_400_000
const serialEpoch = Date.UTC(1899, 11, 30)

/**
 * Reads 2023-03-15, 2023年3月15日, 2023.3.15, 2023/3/5 10:30, 20230315, 3/15/2023 where only one order is possible, and Excel's
 * day numbers (45000). Anything that could mean two days, or none, is null: never guessed.
 */
export function readDate(text: string): DateReading | null {
  const value = foldCell(text)
  const long = separated.exec(value)
  if (long) return build(long[1], long[2], long[3], [long[4], long[5], long[6]])
  const short = compact.exec(value)
  if (short) return build(short[1], short[2], short[3], [])
  if (serial.test(value)) return fromSerial(Number(value))
  const western = american.exec(value)
  return western ? fromWestern(western) : null
}

function fromWestern(match: RegExpExecArray): DateReading | null {
  const [, first, second, year, ...time] = match
  const monthFirst = build(year, first, second, time)
  const dayFirst = build(year, second, first, time)
  if (monthFirst && dayFirst && monthFirst.date !== dayFirst.date) return null
  return monthFirst ?? dayFirst
}

function fromSerial(value: number): DateReading | null {
  // 1 January 1955 to 31 December 2099: outside of it a five-digit number is hardly a day.
  if (value < 20_090 || value >= 73_051) return null
  const seconds = Math.round((value % 1) * 86_400)
  const iso = new Date(serialEpoch + Math.floor(value) * dayMs + seconds * 1000).toISOString()
  return { date: iso.slice(0, 10), time: seconds === 0 ? null : iso.slice(11, 16), isSerial: true }
}

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second]: (string | undefined)[],
): DateReading | null {
  if (!isRealDate(Number(year), Number(month), Number(day))) return null
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null
  const pad = (part: string | undefined) => String(Number(part ?? 0)).padStart(2, '0')
  const hasTime = [hour, minute, second].some((part) => Number(part ?? 0) > 0)
  const seconds = Number(second ?? 0) > 0 ? `:${pad(second)}` : ''
  return {
    date: `${year}-${pad(month)}-${pad(day)}`,
    time: hasTime ? `${pad(hour)}:${pad(minute)}${seconds}` : null,
    isSerial: false,
  }
}

/** Local instant of a reading; a date without time means nine in the morning, when a working day begins. */
export function toInstant(reading: DateReading): number {
  return new Date(`${reading.date}T${reading.time ?? '09:00'}`).getTime()
}
