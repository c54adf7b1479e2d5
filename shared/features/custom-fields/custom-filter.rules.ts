import type { CustomFieldType } from './custom-fields.enums'
import type { CustomOperation } from './custom-filter.schema'

/** The conditions that a type is asked by, the usual one first. */
export const operationsOf: Record<CustomFieldType, readonly CustomOperation[]> = {
  text: ['contains', 'is', 'filled', 'empty'],
  number: ['between', 'is', 'filled', 'empty'],
  money: ['between', 'is', 'filled', 'empty'],
  date: ['between', 'is', 'filled', 'empty'],
  choice: ['any', 'filled', 'empty'],
  'multi-choice': ['any', 'filled', 'empty'],
  'yes-no': ['is', 'filled', 'empty'],
  link: ['contains', 'is', 'filled', 'empty'],
}
