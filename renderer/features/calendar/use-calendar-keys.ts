import { useEffect, useRef } from 'react'
import { addDays } from '@shared/core/days/day-arithmetic'
import type { CalendarDay, CalendarItem } from '@shared/features/calendar/calendar.schema'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { changeCalendar } from './calendar-store'
import { keyOf } from './item-words'
import { type CalendarView, daysOfArrow, turned } from './range.rules'
import type { Move } from './use-move'

const arrows = ['arrowleft', 'arrowright', 'arrowup', 'arrowdown'] as const
const altArrows = arrows.map((key) => `alt+${key}` as const)

type Keys = {
  view: CalendarView
  chosen: string
  days: ReadonlyMap<string, CalendarDay>
  move: Move
}

/** Arrows choose a day, page keys turn the view, T goes to today; Alt with an arrow moves the thing that has the focus. */
export function useCalendarKeys({ view, chosen, days, move }: Keys): void {
  const wanted = useRef<string | null>(null)
  // The place that a key asked for stands there only once the view has turned, a moved thing once it was read again.
  useEffect(() => {
    if (wanted.current === null) return
    const target = document.querySelector<HTMLElement>(wanted.current)
    if (!target) return
    wanted.current = null
    target.focus()
  }, [view, chosen, days])

  const go = (date: string) => {
    wanted.current = `[data-date="${date}"]`
    changeCalendar({ date })
  }
  useShortcut(arrows, ({ key }) => {
    // Choices of the head have arrows of their own.
    if (document.activeElement?.closest('[role=radiogroup]')) return false
    const days = daysOfArrow(key.toLowerCase(), view)
    if (days !== null) go(addDays(chosen, days))
    return undefined
  })
  useShortcut('pageup', () => go(turned(view, chosen, -1)))
  useShortcut('pagedown', () => go(turned(view, chosen, 1)))
  useShortcut('t', () => {
    changeCalendar({ date: null })
    wanted.current = '[data-date][aria-current=date]'
  })

  useShortcut(altArrows, ({ key }) => {
    const found = findFocused(days)
    if (!found?.item.movable) return false
    const { item, date } = found
    const to = moved(key.toLowerCase(), view, found)
    if (!to) return false
    void move(item, to)
    if (to.date !== date) changeCalendar({ date: to.date })
    wanted.current = `[data-item="${keyOf(item, to.date)}"]`
    return undefined
  })
}

type Found = { item: CalendarItem; date: string }

function findFocused(days: ReadonlyMap<string, CalendarDay>): Found | null {
  const chip = document.activeElement?.closest<HTMLElement>('[data-item]')
  const key = chip?.dataset.item
  if (key === undefined) return null
  for (const { date, items } of days.values()) {
    const item = items.find((one) => keyOf(one, date) === key)
    if (item) return { item, date }
  }
  return null
}

/** By days sideways; up and down by a week in the month, by an hour where hours are shown. */
function moved(key: string, view: CalendarView, { item, date }: Found) {
  if (view === 'month' || key === 'arrowleft' || key === 'arrowright') {
    const days = daysOfArrow(key, view)
    return days === null ? null : { date: addDays(date, days) }
  }
  if (item.minutes === null) return key === 'arrowdown' ? { date, minutes: 9 * 60 } : null
  const minutes = item.minutes + (key === 'arrowdown' ? 60 : -60)
  return minutes < 0 || minutes > 1439 ? null : { date, minutes }
}
