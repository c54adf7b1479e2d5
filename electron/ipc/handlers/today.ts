import { dismissMissed, listMissed, readNotices } from '@db/repositories/reminders'
import {
  countToday,
  listDoneToday,
  listTodayItems,
  listTodayPeople,
} from '@db/repositories/today-board'
import { completeItem, moveItems, moveOverdue, snoozeItem } from '@db/workflows/today-changes'
import type { HandlersOf } from './types'

export const todayHandlers = {
  'today.counts': countToday,
  'today.list': listTodayItems,
  'today.listDone': listDoneToday,
  'today.listPeople': listTodayPeople,
  'today.move': moveItems,
  'today.snooze': snoozeItem,
  'today.moveOverdue': moveOverdue,
  'today.complete': completeItem,
  'today.missed': listMissed,
  'today.dismissMissed': dismissMissed,
  'today.readNotices': readNotices,
} satisfies HandlersOf<'today'>
