import { countCases, getCase, listCases, listHandlers } from '@db/repositories/service-case-list'
import {
  changeCaseStatus,
  createCase,
  deleteCase,
  respondToCase,
  updateCase,
} from '@db/repositories/service-cases'
import type { HandlersOf } from './types'

export const serviceCasesHandlers = {
  'service-cases.list': listCases,
  'service-cases.get': (context, { id }) => getCase(context, id),
  'service-cases.counts': countCases,
  'service-cases.listHandlers': listHandlers,
  'service-cases.create': createCase,
  'service-cases.update': updateCase,
  'service-cases.move': changeCaseStatus,
  'service-cases.respond': respondToCase,
  'service-cases.delete': (context, { id }) => deleteCase(context, id),
} satisfies HandlersOf<'service-cases'>
