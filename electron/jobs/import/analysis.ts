import type { ImportRow } from '@shared/features/imports/import-row.schema'
import type {
  ImportPlan,
  ImportProblem,
  PreviewRow,
  ProblemCode,
} from '@shared/features/imports/imports.schema'
import { parsePhone } from '@shared/core/phone'
import type { RowProblem } from './draft'
import { limits } from './limits'
import { toPreview } from './preview'
import { breathe, type ReportImport } from './progress'
import { type ReadColumn, readRow } from './row-reader'
import type { Table } from './table'

export type RejectedRow = { index: number; error: RowProblem }

/** What would happen to every row under a mapping; nothing is written. */
export type Analysis = Pick<
  ImportPlan,
  'totalRows' | 'goodRows' | 'badRows' | 'warnedRows' | 'preview' | 'problems' | 'problemTotals'
> & { rejected: RejectedRow[] }

/** Reads all rows and counts; gives way to other work every 500 rows. @throws AppError `core.cancelled` */
export async function analyse(
  table: Table,
  columns: readonly ReadColumn[],
  report: ReportImport,
  signal?: AbortSignal,
): Promise<Analysis> {
  const rejected: RejectedRow[] = []
  const errors: ImportProblem[] = []
  const warnings: ImportProblem[] = []
  const totals = new Map<ProblemCode, { severity: ImportProblem['severity']; count: number }>()
  const preview: PreviewRow[] = []
  const seen = new Set<string>()
  let warnedRows = 0
  const note = (row: number, problem: RowProblem, severity: ImportProblem['severity']) => {
    const total = totals.get(problem.code) ?? { severity, count: 0 }
    totals.set(problem.code, {
      severity: total.severity === 'error' ? 'error' : severity,
      count: total.count + 1,
    })
    const list = severity === 'error' ? errors : warnings
    if (list.length < limits.listedProblems) list.push({ row, severity, ...problem })
  }
  for (const [index, { row, cells }] of table.rows.entries()) {
    if (index % limits.rowsBetweenYields === 0) {
      report({ phase: 'checking', done: index, total: table.rows.length, unit: 'rows' })
      await breathe(signal)
    }
    const reading = readRow(row, cells, columns)
    if (reading.row === null) {
      rejected.push({ index, error: reading.error })
      note(row, reading.error, 'error')
      continue
    }
    const found = [...reading.warnings]
    const key = identityOf(reading.row)
    if (seen.has(key)) found.push(duplicateOf(reading.row, columns))
    seen.add(key)
    if (found.length > 0) warnedRows += 1
    for (const problem of found) note(row, problem, 'warning')
    if (preview.length < limits.previewRows) preview.push(toPreview(reading.row))
  }
  return {
    totalRows: table.rows.length,
    goodRows: table.rows.length - rejected.length,
    badRows: rejected.length,
    warnedRows,
    preview,
    problems: [...errors, ...warnings].slice(0, limits.listedProblems),
    problemTotals: [...totals].map(([code, total]) => ({ code, ...total })),
    rejected,
  }
}

/** Same name and same number: most likely the same customer twice (R050). */
function identityOf({ fields }: ImportRow): string {
  const name = fields.name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  return `${name}|${fields.phone === null ? '' : parsePhone(fields.phone).normalized}`
}

function duplicateOf({ fields }: ImportRow, columns: readonly ReadColumn[]): RowProblem {
  const column = columns.find(({ target }) => target === 'name')?.header ?? ''
  return {
    code: 'duplicate-in-file',
    column,
    value: fields.name.slice(0, limits.problemValueLength),
  }
}
