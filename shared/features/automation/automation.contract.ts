import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none, rowId } from '@shared/core/schemas'
import { automationRule, automationRuleInput, automationRun } from './automation.schema'

const base = { home: 'data', permission: 'automation.manage' } as const
const changing = { ...base, undoable: true, invalidates: ['automation', 'history'] } as const

export const automationContract = {
  'automation.list': query({
    ...base,
    input: none,
    output: z.strictObject({ rules: z.array(automationRule) }),
  }),
  'automation.create': command({
    ...changing,
    input: automationRuleInput,
    output: z.strictObject({ id: rowId }),
  }),
  'automation.update': command({
    ...changing,
    input: automationRuleInput.extend({ id: rowId }),
    output: none,
  }),
  /** Switching one on again that the program had stopped gives it another chance. */
  'automation.setEnabled': command({
    ...changing,
    input: z.strictObject({ id: rowId, enabled: z.boolean() }),
    output: none,
  }),
  /** Takes a rule and the list of its runs away; what it did stays. */
  'automation.delete': command({
    ...changing,
    input: z.strictObject({ id: rowId }),
    output: none,
  }),
  /**
   * The test run (R073): whom a rule would hit. A rule of silence: now. Any other: what was done in the last 30 days, by what the
   * customers are like now. Writes nothing.
   */
  'automation.preview': query({
    ...base,
    input: automationRuleInput.omit({ name: true }).extend({ id: rowId.nullable() }),
    output: z.strictObject({
      customers: z.number().int(),
      first: z.array(z.strictObject({ id: rowId, name: z.string() })),
      /** Of these, so many at once or a day. */
      atOnce: z.number().int().nullable(),
    }),
  }),
  'automation.listRuns': query({
    ...base,
    input: z.strictObject({ ruleId: rowId.nullable().default(null) }),
    output: z.strictObject({ runs: z.array(automationRun) }),
  }),
} as const
