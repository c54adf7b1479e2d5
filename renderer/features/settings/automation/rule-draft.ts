import {
  type AutomationAction,
  type AutomationRule,
  type AutomationRuleInput,
  automationRuleInput,
  type AutomationTrigger,
  type Whom,
} from '@shared/features/automation/automation.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { type DraftSet, draftOfSet, setOfDraft } from '@renderer/lib/condition-drafts'

export type TriggerDraft = {
  on: AutomationTrigger['on']
  /** Names of fields, and `custom:` with the id of a custom one. */
  fields: string[]
  stages: string[]
  days: number | null
  tagIds: number[]
}
export type ActionDraft = {
  key: number
  do: AutomationAction['do']
  text: string
  inDays: number | null
  whom: Whom
  id: number | null
}
export type RuleDraft = {
  name: string
  trigger: TriggerDraft
  conditions: DraftSet
  actions: ActionDraft[]
}

let made = 0

export function blankAction(kind: AutomationAction['do']): ActionDraft {
  return { key: (made += 1), do: kind, text: '', inDays: 1, whom: 'owner', id: null }
}

/** A rule as it is edited; null for a new one. */
export function draftOfRule(rule: AutomationRule | null): RuleDraft {
  return {
    name: rule?.name ?? '',
    trigger: draftOfTrigger(rule?.trigger ?? null),
    conditions: draftOfSet(rule?.conditions ?? null),
    actions: rule ? rule.actions.map(draftOfAction) : [blankAction('task')],
  }
}

function draftOfTrigger(trigger: AutomationTrigger | null): TriggerDraft {
  const blank: TriggerDraft = { on: 'stage', fields: [], stages: [], days: 30, tagIds: [] }
  switch (trigger?.on) {
    case 'field':
      return {
        ...{ ...blank, on: 'field' },
        fields: [...trigger.fields, ...trigger.customFieldIds.map((id) => `custom:${id}`)],
      }
    case 'stage':
      return { ...blank, stages: trigger.stages }
    case 'silence':
      return { ...blank, on: 'silence', days: trigger.days }
    case 'tag-added':
      return { ...blank, on: 'tag-added', tagIds: trigger.tagIds }
    case 'created':
      return { ...blank, on: 'created' }
    case undefined:
      return blank
  }
}

function draftOfAction(action: AutomationAction): ActionDraft {
  const blank = blankAction(action.do)
  switch (action.do) {
    case 'task':
      return { ...blank, text: action.title, inDays: action.inDays, whom: action.assignee }
    case 'add-tag':
    case 'remove-tag':
      return { ...blank, id: action.tagId }
    case 'owner':
      return { ...blank, id: action.userId }
    case 'next-date':
      return { ...blank, text: action.note, inDays: action.inDays }
    case 'notice':
      return { ...blank, text: action.text, whom: action.to }
  }
}

/** The rule that a draft says, or null while something in it is missing; its name does not count here. */
export function ruleOfDraft(
  draft: RuleDraft,
  fields: readonly CustomField[],
): Omit<AutomationRuleInput, 'name'> | null {
  const conditions = setOfDraft(draft.conditions, fields)
  const actions = draft.actions.map(partsOfAction)
  const parsed = automationRuleInput
    .omit({ name: true })
    .safeParse({ trigger: partsOfTrigger(draft.trigger), conditions, actions })
  return parsed.success ? parsed.data : null
}

function partsOfTrigger({ on, fields, stages, days, tagIds }: TriggerDraft): object {
  switch (on) {
    case 'field': {
      const custom = fields.filter((field) => field.startsWith('custom:'))
      return {
        on,
        fields: fields.filter((field) => !field.startsWith('custom:')),
        customFieldIds: custom.map((field) => Number(field.slice('custom:'.length))),
      }
    }
    case 'stage':
      return { on, stages }
    case 'silence':
      return { on, days }
    case 'tag-added':
      return { on, tagIds }
    case 'created':
      return { on }
  }
}

function partsOfAction({ do: kind, text, inDays, whom, id }: ActionDraft): object {
  switch (kind) {
    case 'task':
      return { do: kind, title: text, inDays, assignee: whom }
    case 'add-tag':
    case 'remove-tag':
      return { do: kind, tagId: id }
    case 'owner':
      return { do: kind, userId: id }
    case 'next-date':
      return { do: kind, inDays, note: text }
    case 'notice':
      return { do: kind, to: whom, text }
  }
}
