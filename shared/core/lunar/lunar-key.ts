import type { LunarDate } from './lunar'

/** Month and day of the lunar calendar, without a year. */
export type LunarDay = Omit<LunarDate, 'year'>

const pattern = /^(L?)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30)$/

/** How a lunar day is stored: 08-15, in a leap month L06-05. */
export function toLunarKey({ month, day, isLeap }: LunarDay): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${isLeap ? 'L' : ''}${two(month)}-${two(day)}`
}

/** Reads a stored lunar day; null for what is none. */
export function fromLunarKey(key: string): LunarDay | null {
  const [, leap, month, day] = pattern.exec(key) ?? []
  if (month === undefined) return null
  return { month: Number(month), day: Number(day), isLeap: leap === 'L' }
}
