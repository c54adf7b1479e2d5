import { tagsAsked, withTagsReplaced } from '@shared/features/conditions/conditions.rules'
import type { AutomationAction, AutomationRuleInput, AutomationTrigger } from './automation.schema'

type Parts = Pick<AutomationRuleInput, 'trigger' | 'conditions' | 'actions'>

/** Ids of all tags that a rule asks for, waits for, puts on or takes off. */
export function tagsOfRule({ trigger, conditions, actions }: Parts): number[] {
  const waited = trigger.on === 'tag-added' ? trigger.tagIds : []
  const used = actions.flatMap((action) => ('tagId' in action ? [action.tagId] : []))
  return [...new Set([...waited, ...tagsAsked(conditions), ...used])]
}

/** The same rule after tags were merged: each id as `replace` has it. */
export function withRuleTagsReplaced(
  { trigger, conditions, actions }: Parts,
  replace: (id: number) => number,
): Parts {
  return {
    trigger:
      trigger.on === 'tag-added'
        ? { ...trigger, tagIds: [...new Set(trigger.tagIds.map(replace))] }
        : trigger,
    conditions: withTagsReplaced(conditions, replace),
    actions: actions.map((action) =>
      'tagId' in action ? { ...action, tagId: replace(action.tagId) } : action,
    ),
  }
}

/** People whom a rule names. */
export function peopleOfRule(actions: readonly AutomationAction[]): number[] {
  return actions.flatMap((action) => {
    if (action.do === 'task') return action.assignee === 'owner' ? [] : [action.assignee]
    if (action.do === 'notice') return action.to === 'owner' ? [] : [action.to]
    return action.do === 'owner' ? [action.userId] : []
  })
}

/** Custom fields whose change sets it off. */
export function customFieldsOf(trigger: AutomationTrigger): number[] {
  return trigger.on === 'field' ? trigger.customFieldIds : []
}

/** Local midnight some days after the day of an instant. DST-safe. */
export function dayAfter(now: number, days: number): number {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

/** What stands in the notice when the program stops a rule; in both languages, since it is stored as text. */
export function stoppedWords(name: string): string {
  return `规则「${name}」自己触发了自己，已停用 · The rule “${name}” set itself off and was stopped`
}

/** What the timeline says of a next date that a rule planned; in both languages, since it is stored as text. */
export function plannedWords(name: string): string {
  return `自动化 Automation · ${name}`
}
