import type { Move } from './use-move'

/** What the calendar can set going; what is not given cannot be done from here. */
export type CalendarActions = {
  move: Move
  openCustomer: (id: number) => void
  openTask?: ((id: number) => void) | undefined
  /** A new task on a day, at a time or for the whole day. */
  create?: ((date: string, minutes: number | null) => void) | undefined
}
