import { addDays, weekdayOf } from '@shared/core/days/day-arithmetic'
import type { Here, Reading } from './date-words'
import type { DayPart } from './day-parts'
import type { Token } from './tokens.rules'

/** A date, perhaps with a time in minutes since midnight, and the place of its words. */
export type Joined = Timed & {
  from: number
  to: number
  /** Counted by holidays that are not announced. */
  estimated: boolean
}

type Timed = { date: string; time: number | null }
type Day = Extract<Reading, { kind: 'day' }>
type Now = Pick<Here, 'today' | 'minutes'>
type Clock = Extract<Reading, { kind: 'clock' }>
/** What belongs to one date, as it is gathered. */
type Gathered = { from: number; to: number; day?: Day; part?: DayPart; clock?: Clock }

/** What may stand between a day and its time, a time and its day in English, and two words for one day. */
const dayToTime =
  /^[ \t,，]{0,3}(?:的|在|于|约|大约|around |about |at |at around |by |@|- )?[ \t]{0,2}$/
/** 9:30 in the morning. */
const timeToPart = /^(?:in the|at) /
const timeToDay = /^[ \t,]{0,3}(?:on |of )?$/
const dayToDay = /^[ \t,，]{0,2}[(（]?[ \t]?$/

/** A weekday, its date, a part of the day and an hour are all that can stand together. */
const most = 5

/** Puts parts of the day and times to the days that they stand beside. */
export function joinTokens(folded: string, tokens: readonly Token[], here: Here): Joined[] {
  const joined: Joined[] = []
  for (let index = 0; index < tokens.length;) {
    const first = tokens[index]
    if (!first) break
    const group = gather(folded, first, tokens.slice(index + 1, index + most))
    index += group.used
    const { from, to, day } = group
    const found = first.reading.kind === 'moment' ? first.reading : settle(group, here)
    if (!found) continue
    const { date, time } = found
    joined.push({ from, to, date, time, estimated: day?.estimated ?? false })
  }
  return joined
}

function gather(folded: string, first: Token, following: readonly Token[]) {
  const group: Gathered & { first: Token; used: number } = {
    first,
    from: first.from,
    to: first.to,
    used: 1,
  }
  put(group, first.reading)
  if (first.reading.kind === 'moment') return group
  for (const next of following) {
    const gap = folded.slice(group.to, next.from)
    if (!fits(folded, group, next, gap)) break
    put(group, next.reading)
    group.to = next.to + closing(folded, gap, next.to)
    group.used += 1
  }
  return group
}

function fits(folded: string, group: Gathered, { from, to, reading }: Token, gap: string): boolean {
  if (reading.kind === 'moment') return false
  if (reading.kind === 'part') {
    if (group.part) return false
    return group.clock ? gap === ' ' && timeToPart.test(folded.slice(from)) : dayToTime.test(gap)
  }
  if (reading.kind === 'clock') {
    return !group.clock && (group.day || group.part ? dayToTime.test(gap) : false)
  }
  if (!group.day) return timeToDay.test(gap) && /[a-z]/.test(folded.slice(from, to))
  // 12月3日（周四）: two words for one day; a weekday of another day is another date.
  if (group.clock || group.part || !dayToDay.test(gap)) return false
  if (reading.weekday !== undefined && group.day.weekday === undefined) {
    return weekdayOf(group.day.date) === reading.weekday
  }
  return group.day.weekday !== undefined && weekdayOf(reading.date) === group.day.weekday
}

function put(group: Gathered, reading: Reading): void {
  if (reading.kind === 'part') group.part = reading.part
  else if (reading.kind === 'clock') group.clock = reading
  else if (reading.kind === 'day') {
    group.part ??= reading.part
    // Of 周四 and 12月3日 the date says more.
    if (!group.day || reading.weekday === undefined) group.day = reading
  }
}

/** The bracket that closes after a word that one opened before. */
function closing(folded: string, gap: string, at: number): number {
  return /[(（]/.test(gap) && /^[)）]/.test(folded.slice(at)) ? 1 : 0
}

function settle(group: Gathered & { first: Token; used: number }, here: Here): Timed | null {
  const { day, part, clock, first } = group
  const alone = group.used === 1 && !here.whole
  if (alone && 'weak' in first.reading && first.reading.weak) return null
  if (clock) {
    const time = timeOf(clock, part)
    return time === null ? null : onDay(day, time, here)
  }
  if (part) return duringPart(day, part, here)
  return day ? { date: day.date, time: null } : null
}

/** Minutes since midnight; 1440 and more are of the day after. Null when part of the day and hour contradict each other. */
function timeOf({ hour, minute, half, exact }: Clock, part: DayPart | undefined): number | null {
  const said = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  const meant =
    half !== null || !part
      ? half === null && !exact && hour >= 1 && hour <= 6
        ? hour + 12
        : said
      : part.hourOf(hour)
  return meant === null ? null : meant * 60 + minute
}

/** A time without its day is the next to come, and so is that of a weekday which is today. */
function onDay(day: Day | undefined, time: number, { today, minutes }: Now): Timed {
  const over = time < minutes
  const date = day?.date ?? addDays(today, over ? 1 : 0)
  const again = day?.weekday !== undefined && date === today && over ? 7 : 0
  const later = Math.floor(time / 1440)
  return { date: addDays(date, again + later), time: time - later * 1440 }
}

/** The usual time of a part of the day; while the part lasts and its usual time is over, the day alone. */
function duringPart(day: Day | undefined, part: DayPart, { today, minutes }: Now): Timed {
  const lasting = part.time < minutes && minutes < part.until
  if ((day?.date ?? today) === today && lasting) return { date: today, time: null }
  return onDay(day, part.time, { today, minutes })
}
