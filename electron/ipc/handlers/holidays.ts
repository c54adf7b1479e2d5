import {
  importHolidays,
  listHolidays,
  previewHolidays,
  removeHoliday,
  resetHolidays,
  setHoliday,
} from '@db/repositories/holidays'
import type { HandlersOf } from './types'

export const holidaysHandlers = {
  'holidays.list': listHolidays,
  'holidays.preview': previewHolidays,
  'holidays.set': setHoliday,
  'holidays.remove': removeHoliday,
  'holidays.reset': resetHolidays,
  'holidays.import': importHolidays,
} satisfies HandlersOf<'holidays'>
