import { foldText } from '@shared/core/text'
import type { CustomFieldType } from './custom-fields.enums'
import { customFieldLimits, type CustomField } from './custom-fields.schema'
import {
  formatCustomValue,
  parseCustomValue,
  splitChoices,
  type StoredValue,
  type ValueShape,
  type WordLanguage,
} from './custom-values.rules'

/** True for the types whose values are out of a list. */
export function hasOptions(type: CustomFieldType): type is 'choice' | 'multi-choice' {
  return type === 'choice' || type === 'multi-choice'
}

/**
 * A stored value under another type, or null where it would lose something: nothing is ever rounded, cut or guessed (R073). What
 * converts goes by the words of the value: 2024年5月1日 as text becomes a date, a date becomes text. Besides, yes/no is 1 and 0 as a
 * number, a choice is one of several, and several are a choice where they are one.
 */
export function convertValue(
  from: ValueShape,
  value: string,
  to: ValueShape,
  language: WordLanguage,
): StoredValue | null {
  if (from.type === 'yes-no' && to.type === 'number') return read(to, value)
  if (hasOptions(from.type) && hasOptions(to.type)) return read(to, value, '\n')
  return read(to, formatCustomValue(from, value, language))
}

function read(to: ValueShape, text: string, refused?: string): StoredValue | null {
  if (refused !== undefined && to.type === 'choice' && text.includes(refused)) return null
  const found = parseCustomValue(to, text)
  return found === null || 'problem' in found ? null : found
}

/** Distinct stored values of a field with the number of customers that have each. */
export type ValueCount = { value: string; count: number }

/**
 * The choices that a field has under its new type: those it had, or else the words of its values, the most frequent first, as
 * far as a list of choices holds.
 * @param newKey called once for each choice that is made
 */
export function optionsUnder(
  from: ValueShape,
  type: CustomFieldType,
  counts: readonly ValueCount[],
  language: WordLanguage,
  newKey: () => string,
): CustomField['options'] {
  if (!hasOptions(type)) return []
  if (hasOptions(from.type)) return from.options
  const byFolded = new Map<string, { label: string; count: number }>()
  for (const { value, count } of counts) {
    const words = formatCustomValue(from, value, language)
    for (const part of type === 'choice' ? [words] : splitChoices(words)) {
      const label = part.trim()
      const known = byFolded.get(foldText(label))
      if (known) known.count += count
      else byFolded.set(foldText(label), { label, count })
    }
  }
  return [...byFolded.values()]
    .filter(({ label }) => label !== '' && [...label].length <= customFieldLimits.option)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, customFieldLimits.options)
    .map(({ label }) => ({ key: newKey(), label }))
}

export type TypeChange = {
  /** Customers whose value converts, and those whose value does not. */
  converted: number
  refused: number
  /** What becomes of the values, those that do not convert first, then the most frequent. */
  examples: { from: string; to: string | null; count: number }[]
}

/** What a change of type would do, in the words of a language. */
export function previewChange(
  from: ValueShape,
  to: ValueShape,
  counts: readonly ValueCount[],
  language: WordLanguage,
  limit = 20,
): TypeChange {
  const outcomes = counts.map(({ value, count }) => {
    const stored = convertValue(from, value, to, language)
    return {
      from: formatCustomValue(from, value, language),
      to: stored && formatCustomValue(to, stored.value, language),
      count,
    }
  })
  const total = (kept: boolean) =>
    outcomes.reduce((sum, { to: after, count }) => sum + ((after !== null) === kept ? count : 0), 0)
  const examples = outcomes.toSorted(
    (a, b) => Number(a.to !== null) - Number(b.to !== null) || b.count - a.count,
  )
  return { converted: total(true), refused: total(false), examples: examples.slice(0, limit) }
}
