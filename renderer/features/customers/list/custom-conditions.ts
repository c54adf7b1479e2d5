import type { TFunction } from 'i18next'
import { operationsOf } from '@shared/features/custom-fields/custom-filter.rules'
import type {
  CustomCondition,
  CustomOperation,
} from '@shared/features/custom-fields/custom-filter.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { parseCustomValue } from '@shared/features/custom-fields/custom-values.rules'

/** A condition while it is being put together: every operation finds its parts here. */
export type ConditionDraft = { op: CustomOperation; text: string; from: string; to: string }

export function draftOf(field: CustomField, condition: CustomCondition | null): ConditionDraft {
  const usual = operationsOf[field.type][0] ?? 'filled'
  const blank = { op: condition?.op ?? usual, text: '', from: '', to: '' }
  if (condition === null) return blank
  switch (condition.op) {
    case 'is':
    case 'contains':
      return { ...blank, text: condition.value }
    case 'any':
      return { ...blank, text: condition.keys.join('\n') }
    case 'between':
      return { ...blank, from: condition.from ?? '', to: condition.to ?? '' }
    case 'empty':
    case 'filled':
      return blank
  }
}

/** The condition that a draft says, or null while something in it is missing or cannot be read. */
export function conditionOf(field: CustomField, draft: ConditionDraft): CustomCondition | null {
  const fieldId = field.id
  const text = draft.text.trim()
  const isRead = (part: string) => {
    const read = parseCustomValue(field, part)
    return read !== null && !('problem' in read)
  }
  switch (draft.op) {
    case 'empty':
    case 'filled':
      return { fieldId, op: draft.op }
    case 'contains':
      return text === '' ? null : { fieldId, op: 'contains', value: text }
    case 'any':
      return text === '' ? null : { fieldId, op: 'any', keys: text.split('\n') }
    case 'is':
      return isRead(text) ? { fieldId, op: 'is', value: text } : null
    case 'between': {
      const ends = [draft.from.trim(), draft.to.trim()]
      if (ends.every((end) => end === '') || ends.some((end) => end !== '' && !isRead(end)))
        return null
      return { fieldId, op: 'between', from: ends[0] || null, to: ends[1] || null }
    }
  }
}

/** Conditions whose field is still there and still asked that way. */
export function fittingConditions(
  conditions: readonly CustomCondition[],
  fields: readonly CustomField[],
): CustomCondition[] {
  return conditions.filter(({ fieldId, op }) => {
    const field = fields.find(({ id }) => id === fieldId)
    return field !== undefined && operationsOf[field.type].includes(op)
  })
}

/** A condition in words, without the name of its field: 100 – 500 · 含「茶」 · 没填. */
export function conditionWords(
  condition: CustomCondition,
  field: CustomField,
  t: TFunction<'custom-fields'>,
  words: (field: CustomField, value: string) => string,
): string {
  const said = (text: string) => {
    const read = parseCustomValue(field, text)
    return read === null || 'problem' in read ? text : words(field, read.value)
  }
  switch (condition.op) {
    case 'empty':
    case 'filled':
      return t(`op.${condition.op}`)
    case 'contains':
      return t('custom-fields:condition.contains', { text: condition.value })
    case 'is':
      return said(condition.value)
    case 'any':
      return said(condition.keys.join('\n'))
    case 'between': {
      const [from, to] = [condition.from, condition.to]
      if (from === null) return t('custom-fields:condition.upTo', { to: said(to ?? '') })
      return to === null
        ? t('custom-fields:condition.from', { from: said(from) })
        : t('custom-fields:condition.range', { from: said(from), to: said(to) })
    }
  }
}
