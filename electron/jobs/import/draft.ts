import type { PointInput } from '@shared/features/contacts/contacts.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { ImportTarget, ProblemCode } from '@shared/features/imports/imports.schema'
import type { TagInput } from '@shared/features/tags/tags.schema'
import { limits } from './limits'
import type { FollowUpReading } from './readers/follow-ups'

/** A cell with its place: what a reader gets. */
export type SourceCell = {
  header: string
  target: ImportTarget
  text: string
  isPlainNote: boolean
  /** Of a target that is a custom field. */
  field?: CustomField | undefined
}

export type RowProblem = { column: string; code: ProblemCode; value: string }

type FieldName = keyof CustomerFormValues

/** A customer that is being put together from the cells of one row. */
export type Draft = {
  fields: Partial<Record<FieldName, string | number>>
  /** Which cell a field came from, so that a value that does not fit goes to the notes as it was written. */
  origins: Partial<Record<FieldName, SourceCell>>
  /** 省, 市, 区 of columns of their own, until all cells of the row are read. */
  regionCells: SourceCell[]
  /** Stored values of custom fields by field id. */
  custom: Record<string, string>
  tags: TagInput[]
  /** Further ways to reach the customer, beside its main phone and e-mail. */
  points: PointInput[]
  followUps: FollowUpReading[]
  nextFollowAt: number | null
  notes: string[]
  kept: Set<SourceCell>
  warnings: RowProblem[]
}

export function emptyDraft(): Draft {
  return {
    fields: {},
    origins: {},
    regionCells: [],
    custom: {},
    tags: [],
    points: [],
    followUps: [],
    nextFollowAt: null,
    notes: [],
    kept: new Set(),
    warnings: [],
  }
}

/** Sets a field; when it is taken by something else, the cell goes to the notes. */
export function setField(
  draft: Draft,
  field: FieldName,
  value: string | number,
  cell: SourceCell,
): void {
  const before = draft.fields[field]
  if (before === undefined) {
    draft.fields[field] = value
    draft.origins[field] = cell
  } else if (before !== value) keep(draft, cell)
}

/** Keeps a cell as written in the notes, once: `列名: 值`. */
export function keep(draft: Draft, cell: SourceCell): void {
  if (draft.kept.has(cell)) return
  draft.kept.add(cell)
  draft.notes.push(cell.isPlainNote ? cell.text : `${cell.header}: ${cell.text}`)
}

export function warn(draft: Draft, code: ProblemCode, cell: SourceCell): void {
  draft.warnings.push(problemOf(code, cell))
}

/** Not understood: kept as written, and said. */
export function keepUnclear(draft: Draft, code: ProblemCode, cell: SourceCell): void {
  keep(draft, cell)
  warn(draft, code, cell)
}

export function problemOf(
  code: ProblemCode,
  cell: Pick<SourceCell, 'header' | 'text'>,
): RowProblem {
  return {
    code,
    column: cell.header,
    value: [...cell.text.slice(0, 400)].slice(0, limits.problemValueLength).join(''),
  }
}
