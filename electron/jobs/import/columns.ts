import { findRegion } from '@shared/core/regions/find-region'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { customFieldOf } from '@shared/features/imports/imports.rules'
import type { ImportColumn, ImportTarget } from '@shared/features/imports/imports.schema'
import { cleanCell, isBlank } from './cell'
import type { ColumnMapping } from './mapping'
import { readContact } from './readers/contact'
import { readDate } from './readers/dates'
import type { ReadColumn } from './row-reader'
import { findMeaning } from './synonyms'
import type { Table } from './table'

const sampleRows = 500
const sampleLength = 120

const choices: readonly ImportTarget[] = [
  ...(['kind', 'gender', 'stage', 'tier', 'companySize'] as const),
  ...(['priceSensitivity', 'decisionMode'] as const),
]
const dates: readonly ImportTarget[] = [
  'birthDate',
  'foundedOn',
  'firstContactOn',
  'nextFollowAt',
  'expectedCloseOn',
]
const tags: readonly ImportTarget[] = ['needTags', 'valueTags', 'riskTags']

/** The cells of each column in the first rows. */
export function sampleColumns(table: Table): string[][] {
  const first = table.rows.slice(0, sampleRows)
  return table.headers.map((_, index) => first.map(({ cells }) => cleanCell(cells[index] ?? '')))
}

/** The columns as the mapping page shows them. */
export function describeColumns(
  table: Table,
  mappings: readonly ColumnMapping[],
  samples: readonly string[][],
): ImportColumn[] {
  return table.headers.map((header, index) => {
    const { target, mappedBy } = mappings[index] ?? { target: 'ignore', mappedBy: 'none' }
    const cells = (samples[index] ?? []).filter((cell) => cell !== '')
    return {
      index,
      header,
      sample: [...(cells[0] ?? '').slice(0, sampleLength * 2)].slice(0, sampleLength).join(''),
      target,
      mappedBy,
      reading: readingOf(header, target, cells),
    }
  })
}

export function readColumns(
  columns: readonly ImportColumn[],
  fields: readonly CustomField[],
): ReadColumn[] {
  return columns.map(({ header, target }) => ({
    header,
    target,
    field: fields.find(({ id }) => id === customFieldOf(target)),
    isPlainNote: target === 'notes' && isNotesHeader(header),
  }))
}

function readingOf(header: string, target: ImportTarget, cells: string[]): ImportColumn['reading'] {
  if (cells.length === 0) return 'empty'
  if (target === 'notes') return isNotesHeader(header) ? 'as-is' : 'kept-in-notes'
  if (tags.includes(target)) return 'split-tags'
  if (target === 'followUps') return 'split-follow-ups'
  if (choices.includes(target)) return 'choice'
  if (target === 'annualRevenue') return 'sum'
  if (target === 'address' && cells.some((cell) => findRegion(cell) !== null))
    return 'split-address'
  if (dates.includes(target) && cells.some((cell) => readDate(cell)?.isSerial)) return 'excel-date'
  if ((target === 'contact' || target === 'phone') && cells.some(hasName)) return 'split-contact'
  return 'as-is'
}

function hasName(cell: string): boolean {
  const reading = isBlank(cell) ? null : readContact(cell)
  return reading !== null && reading.name !== null && reading.phone !== null
}

function isNotesHeader(header: string): boolean {
  return findMeaning(header) === 'notes'
}
