import {
  createRule,
  deleteRule,
  listRules,
  previewRule,
  setRuleEnabled,
  updateRule,
} from '@db/repositories/automation'
import { listRuns } from '@db/repositories/automation-runs'
import type { HandlersOf } from './types'

export const automationHandlers = {
  'automation.list': listRules,
  'automation.create': createRule,
  'automation.update': updateRule,
  'automation.setEnabled': setRuleEnabled,
  'automation.delete': deleteRule,
  'automation.preview': previewRule,
  'automation.listRuns': listRuns,
} satisfies HandlersOf<'automation'>
