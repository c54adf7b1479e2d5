import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { type CustomerFields, customerFields } from '@shared/features/customers/customers.schema'
import type { CustomerKind } from '@shared/features/customers/customers.enums'
import type { ImportRow } from '@shared/features/imports/import-row.schema'
import type { ImportTarget, ProblemCode } from '@shared/features/imports/imports.schema'
import { settleRegion } from './address-cells'
import { cleanCell } from './cell'
import { readCell } from './cell-readers'
import {
  type Draft,
  emptyDraft,
  keep,
  problemOf,
  type RowProblem,
  type SourceCell,
  warn,
} from './draft'
import { isCompanyName, isPersonName } from './readers/names'
import { settlePhones } from './readers/points'

/** A column as the row reader needs it. `isPlainNote`: its text stands in the notes without the column's name. */
export type ReadColumn = {
  header: string
  target: ImportTarget
  isPlainNote: boolean
  /** Of a target that is a custom field. */
  field?: CustomField | undefined
}

export type RowReading =
  | { row: ImportRow; error: null; warnings: RowProblem[] }
  | { row: null; error: RowProblem; warnings: RowProblem[] }

const nameLength = 100

/**
 * Turns the cells of one row into a customer that the contract's schema accepts. An error leaves the row out: no name, cells
 * beyond the last column, text that fits nowhere. Everything else goes in, with a warning where something was not understood.
 * @param row line number as the spreadsheet shows it, header = 1
 */
export function readRow(
  row: number,
  cells: readonly string[],
  columns: readonly ReadColumn[],
): RowReading {
  const beyond = cells
    .slice(columns.length)
    .map(cleanCell)
    .find((cell) => cell !== '')
  if (beyond !== undefined) return fail('row-too-wide', { header: '', text: beyond })
  const draft = emptyDraft()
  columns.forEach((column, index) => {
    const cleaned = cleanCell(cells[index] ?? '')
    if (cleaned === '') return
    const cell = { ...column, text: cleaned }
    readCell(draft, cell)
    if (column.target !== 'ignore' && cleaned.includes('\uFFFD')) warn(draft, 'text-damaged', cell)
  })
  settleName(draft)
  settleRegion(draft)
  settlePhones(draft)
  if (draft.fields.name === undefined)
    return fail('missing-name', { header: columnOf(columns, 'name'), text: restOf(cells) })
  return finish(row, draft)
}

function settleName(draft: Draft): void {
  const { name, contactPerson } = draft.fields
  const cell = draft.origins.contactPerson
  // A list of firms with a contact column also holds private people: the contact is the customer then.
  if (name === undefined && contactPerson !== undefined && cell?.target === 'contactPerson') {
    draft.fields.name = contactPerson
    draft.origins.name = cell
    draft.fields.kind ??= 'person'
    delete draft.fields.contactPerson
  } else if (name !== undefined && name === contactPerson) delete draft.fields.contactPerson
  const source = draft.origins.name
  const characters = [...String(draft.fields.name ?? '')]
  if (characters.length > nameLength && source) {
    draft.fields.name = characters.slice(0, nameLength).join('').trim()
    keepWith(draft, 'too-long', source)
  }
}

/** Lets the schema judge; a field that it refuses goes to the notes as written. */
function finish(row: number, draft: Draft): RowReading {
  const kind = kindOf(draft)
  const first = parse(draft, kind)
  if (!first.success) {
    for (const issue of first.error.issues) {
      const field = issue.path[0] as keyof Draft['fields']
      const cell = draft.origins[field]
      if (!cell || field === 'name') continue
      delete draft.fields[field]
      keepWith(draft, codeOf(issue.message), cell)
    }
  }
  const second = first.success ? first : parse(draft, kind)
  if (!second.success) return fail('too-long', longest(draft))
  return {
    row: {
      row,
      fields: second.data,
      custom: draft.custom,
      tags: draft.tags,
      points: draft.points,
      followUps: draft.followUps,
      nextFollowAt: draft.nextFollowAt,
    },
    error: null,
    warnings: draft.warnings,
  }
}

function parse(draft: Draft, kind: CustomerKind) {
  const notes = draft.notes.join('\n')
  return customerFields.safeParse({ ...draft.fields, kind, notes } satisfies Partial<
    Record<keyof CustomerFields, string | number>
  >)
}

function kindOf(draft: Draft): CustomerKind {
  const { kind, contactPerson, companySize, foundedOn, annualRevenue, creditCode } = draft.fields
  const name = String(draft.fields.name ?? '')
  const ofCompany = [contactPerson, companySize, foundedOn, annualRevenue, creditCode]
  if (kind === 'person' || kind === 'company') return kind
  if (isCompanyName(name)) return 'company'
  if (ofCompany.some((value) => value !== undefined)) return 'company'
  const isShortHan = /^\p{Script=Han}{2,4}$/u.test(name)
  return isShortHan || isPersonName(name) || !/\p{Script=Han}/u.test(name) ? 'person' : 'company'
}

function keepWith(draft: Draft, code: ProblemCode, cell: SourceCell): void {
  keep(draft, cell)
  draft.warnings.push(problemOf(code, cell))
}

function codeOf(message: string): ProblemCode {
  if (message === 'email') return 'email-unclear'
  if (message === 'id-card') return 'id-card-invalid'
  if (message === 'money') return 'sum-unclear'
  if (message === 'date') return 'date-unclear'
  return message.startsWith('too-long') ? 'too-long' : 'value-unknown'
}

function longest(draft: Draft): { header: string; text: string } {
  const cells = [...draft.kept].sort((a, b) => b.text.length - a.text.length)
  return cells[0] ?? { header: '', text: '' }
}

/** A nameless row is recognised by what else it says. */
function restOf(cells: readonly string[]): string {
  return cells
    .map(cleanCell)
    .filter((cell) => cell !== '')
    .join(' · ')
}

function columnOf(columns: readonly ReadColumn[], target: ImportTarget): string {
  return columns.find((column) => column.target === target)?.header ?? ''
}

function fail(code: ProblemCode, cell: { header: string; text: string }): RowReading {
  return { row: null, error: problemOf(code, cell), warnings: [] }
}
