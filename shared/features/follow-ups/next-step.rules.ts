import { instantOf } from '@shared/core/days/day-arithmetic'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { type FoundDate, readDateWords } from '../date-words/read-date-words.rules'
import type { EntryTask, FollowUpFormValues, FollowUpType } from './follow-ups.schema'

/** What is planned, as the form holds it. */
export type StepValues = Required<
  Pick<FollowUpFormValues, 'nextFollowAt' | 'nextAllDay' | 'nextType' | 'nextNote'>
>

/**
 * Who decides about the next step: the text until the person chose or dropped one. `dropped`: the words of dates that are not to be
 * read again; `ownNote`: what to do then was typed by hand.
 */
export type Reading = { own: boolean; ownNote: boolean; dropped: readonly string[] }

export const noStep: StepValues = {
  ...{ nextFollowAt: null, nextAllDay: false, nextType: null, nextNote: '' },
}

/** What dates are read by: the moment, and the holidays of the book. */
export type DateReader = { now: number; calendar: HolidayCalendar }

/** The dates of a text that lie ahead; those of what happened plan nothing. */
export function datesAhead(text: string, { now, calendar }: DateReader): FoundDate[] {
  return readDateWords(text, now, { calendar }).filter(({ past }) => !past)
}

/** The instant of a date that was read; a day without a time is its local midnight. */
export function momentOf({ date, time }: Pick<FoundDate, 'date' | 'time'>): {
  at: number
  allDay: boolean
} {
  return { at: instantOf(date, time ?? 0), allDay: time === null }
}

/** The next step that a text asks for by its first date ahead; none where that is not to be read. */
export function readStep(
  text: string,
  dates: readonly FoundDate[],
  { dropped }: Pick<Reading, 'dropped'>,
): StepValues {
  const first = dates.find(({ source }) => !dropped.includes(source))
  if (!first) return noStep
  const { at, allDay } = momentOf(first)
  const clause = clauseAround(text, first)
  return { nextFollowAt: at, nextAllDay: allDay, nextType: guessType(clause), nextNote: clause }
}

/** Who decides when a form opens with values: those of a draft, or of an entry that is there already. */
export function startReading(
  { content, nextFollowAt = null, nextNote }: FollowUpFormValues,
  reader: DateReader,
): Reading {
  const dates = datesAhead(content, reader)
  const read = readStep(content, dates, { dropped: [] })
  const ownNote = Boolean(nextNote) && nextNote !== read.nextNote
  if (nextFollowAt === null)
    return { own: false, ownNote: false, dropped: dates.map(({ source }) => source) }
  return { own: nextFollowAt !== read.nextFollowAt, ownNote, dropped: [] }
}

/**
 * What a text asks for besides the next step: the first other date with words of its own around it.
 * @param nextFollowAt the moment that is planned already
 */
export function readTask(
  text: string,
  dates: readonly FoundDate[],
  nextFollowAt: number | null,
): EntryTask | null {
  for (const found of dates) {
    const { at, allDay } = momentOf(found)
    const title = clauseAround(text, found)
    if (at !== nextFollowAt && title !== '') return { title, dueAt: at, allDay }
  }
  return null
}

const borders = /[，。；！？、,;!?\n]|\.(?=\s|$)/

/** The words around a date, up to the marks beside it and without the date: what is to be done then. At most 100 characters. */
export function clauseAround(text: string, { from, to }: { from: number; to: number }): string {
  const before = text.slice(0, from).split(borders).at(-1) ?? ''
  const after = (text.slice(to).split(borders)[0] ?? '').replace(/^(?:之前|以前|前|之后|以后)/, '')
  const joint = /[a-z\d]\s*$/i.test(before) && /^\s*[a-z\d]/i.test(after) ? ' ' : ''
  const words = [before.trim(), after.trim()].filter(Boolean).join(joint)
  return [...words.replace(/^(?:在|于|on|by|at)\s+/i, '')].slice(0, 100).join('').trim()
}

const typeWords: readonly (readonly [FollowUpType, RegExp])[] = [
  ['phone', /电话|打给|致电|回电|通话|\b(?:call|phone|ring)/i],
  ['visit', /拜访|上门|登门|见面|面谈|看厂|到店|\b(?:visit|meet)/i],
  ['wechat', /微信|wechat/i],
  ['email', /邮件|邮箱|e-?mail/i],
]

/** How one will be in touch by the words of a plan; null where they do not say. */
export function guessType(words: string): FollowUpType | null {
  return typeWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
