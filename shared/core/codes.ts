import { toCompactDate } from './dates'

export const codePrefixes = {
  customer: 'C',
  followUp: 'F',
  tag: 'T',
  task: 'K',
  serviceCase: 'S',
} as const
export type CodePrefix = (typeof codePrefixes)[keyof typeof codePrefixes]

/**
 * Human code by the template of the sources: prefix, local date, daily sequence (R008, R009).
 * Beyond 9999 a day the number widens instead of failing (X4).
 * @param sequence 1 and up, counted per prefix and local day
 */
export function formatCode(prefix: CodePrefix, instant: number, sequence: number): string {
  return `${prefix}${toCompactDate(instant)}${String(sequence).padStart(4, '0')}`
}
