import {
  type AutomationRuleInput,
  automationRuleInput,
} from '@shared/features/automation/automation.schema'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'

export type StoredRule = AutomationRuleInput & {
  id: number
  enabled: boolean
  stoppedAt: number | null
  creatorId: number
}
type Row = Pick<StoredRule, 'id' | 'name' | 'stoppedAt' | 'creatorId'> & {
  enabled: number
  trigger: string
  conditions: string
  actions: string
}

/** Every rule in its order (R073), but for those that this program cannot read, such as of a newer one. */
export function readAutomationRules(read: ReadHandle): StoredRule[] {
  return statement<Row>(
    read,
    `SELECT id, name, enabled, "trigger", conditions, actions, stopped_at AS stoppedAt, creator_id AS creatorId
     FROM automation_rule ORDER BY sort, id`,
  )
    .all()
    .flatMap(({ enabled, trigger, conditions, actions, ...rule }) => {
      const parts = parseOnce(JSON.stringify([rule.name, trigger, conditions, actions]))
      return parts ? [{ ...rule, ...parts, enabled: enabled === 1 }] : []
    })
}

/** A rule is the same text command after command; parsing it anew would cost each edit more than asking it. */
const parsed = new Map<string, AutomationRuleInput | null>()

function parseOnce(text: string): AutomationRuleInput | null {
  const found = parsed.get(text)
  const known = found === undefined ? parse(text) : found
  if (parsed.size > 500) parsed.clear()
  parsed.set(text, known)
  return known
}

function parse(text: string): AutomationRuleInput | null {
  const [name, ...parts] = JSON.parse(text) as string[]
  const [trigger, conditions, actions] = parts.map((part) => JSON.parse(part) as unknown)
  return automationRuleInput.safeParse({ name, trigger, conditions, actions }).data ?? null
}
