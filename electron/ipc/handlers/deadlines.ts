import { getDeadlineSettings, setDeadlineSettings } from '@db/deadline-settings'
import {
  countDeadlines,
  listDeadlines,
  listDeadlinesOf,
  settleDeadlines,
} from '@db/repositories/deadlines'
import type { HandlersOf } from './types'

export const deadlinesHandlers = {
  'deadlines.getSettings': ({ read }) => getDeadlineSettings(read),
  'deadlines.setSettings': ({ write }, settings) => setDeadlineSettings(write, settings),
  'deadlines.list': listDeadlines,
  'deadlines.counts': countDeadlines,
  'deadlines.ofCustomer': listDeadlinesOf,
  'deadlines.settle': settleDeadlines,
} satisfies HandlersOf<'deadlines'>
