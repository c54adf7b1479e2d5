import { AppError } from '@shared/core/errors'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { ImportRow } from '@shared/features/imports/import-row.schema'
import { customFieldOf, hasNameColumn } from '@shared/features/imports/imports.rules'
import type {
  Encoding,
  ImportColumn,
  ImportPlan,
  ImportTarget,
} from '@shared/features/imports/imports.schema'
import { type Analysis, analyse } from './analysis'
import { describeColumns, readColumns, sampleColumns } from './columns'
import { limits } from './limits'
import { mapColumns } from './mapping'
import type { ReportImport } from './progress'
import { type CsvLanguage, writeRejectedCsv } from './rejected-csv'
import { readRow } from './row-reader'
import { readTable, type Table } from './table'

export type ReadPlan = Omit<ImportPlan, 'importId' | 'fileName'>

/** One read file: its rows live here, in memory, until the process ends. */
export type ImportSession = {
  plan(): ReadPlan
  /** Another target for each column, in order; a missing one leaves its column out. */
  remap(
    targets: readonly ImportTarget[],
    report?: ReportImport,
    signal?: AbortSignal,
  ): Promise<void>
  /** The good rows, 500 at a time. */
  batches(): Iterable<ImportRow[]>
  rejectedCsv(language: CsvLanguage): Uint8Array
  readonly rejectedCount: number
}

/**
 * Reads a foreign table and says what would happen; writes nothing (R052). `encoding` null lets the program find it. Without
 * `withIdNumbers` columns of ID numbers are left out, because the role may not store them. `customFields` are those at work.
 * @throws AppError see `readTable`
 */
export async function readImport(
  input: {
    path: string
    encoding: Encoding | null
    withIdNumbers?: boolean
    customFields?: readonly CustomField[]
  },
  report: ReportImport = () => undefined,
  signal?: AbortSignal,
): Promise<ImportSession> {
  const table = await readTable(input.path, input.encoding, report, signal)
  const samples = sampleColumns(table)
  const { withIdNumbers = true, customFields = [] } = input
  const mapped = mapColumns(table.headers, samples, customFields)
  /** A field that is gone since the mapping was remembered: as a column that has none. */
  const known = (target: ImportTarget): ImportTarget => {
    const fieldId = customFieldOf(target)
    return fieldId === null || customFields.some(({ id }) => id === fieldId) ? target : 'notes'
  }
  const isKeptOut = (target: ImportTarget) => target === 'idCard' && !withIdNumbers
  const keptOut = mapped.filter(({ target }) => isKeptOut(target)).length
  const allowed = mapped.map((mapping) =>
    // Not into the notes either, where they would stand unsealed.
    isKeptOut(mapping.target) ? { ...mapping, target: 'ignore' as const } : mapping,
  )
  let columns = describeColumns(table, allowed, samples)
  let analysis = await analyse(table, readColumns(columns, customFields), report, signal)
  return {
    plan: () => ({ ...toPlan(table, columns, analysis), keptOut }),
    async remap(targets, remapReport = () => undefined, remapSignal) {
      const mappings = columns.map(({ target: before, mappedBy }, index) => {
        const wanted = known(targets[index] ?? 'ignore')
        const target = isKeptOut(wanted) ? 'ignore' : wanted
        return { target, mappedBy: target === before ? mappedBy : ('person' as const) }
      })
      const described = describeColumns(table, mappings, samples)
      analysis = await analyse(
        table,
        readColumns(described, customFields),
        remapReport,
        remapSignal,
      )
      columns = described
    },
    batches: () => goodRows(table, columns, customFields),
    rejectedCsv: (language) => writeRejectedCsv(table, analysis.rejected, language),
    get rejectedCount() {
      return analysis.rejected.length
    },
  }
}

function toPlan(
  table: Table,
  columns: ImportColumn[],
  analysis: Analysis,
): Omit<ReadPlan, 'keptOut'> {
  const { rejected: _rejected, ...counts } = analysis
  return { encoding: table.encoding, delimiter: table.delimiter, columns, ...counts }
}

function* goodRows(
  table: Table,
  columns: readonly ImportColumn[],
  customFields: readonly CustomField[],
): Generator<ImportRow[]> {
  if (!hasNameColumn(columns))
    throw new AppError('imports.no-name-column', 'no column holds the name')
  const plan = readColumns(columns, customFields)
  let batch: ImportRow[] = []
  for (const { row, cells } of table.rows) {
    const reading = readRow(row, cells, plan)
    if (reading.row !== null) batch.push(reading.row)
    if (batch.length === limits.batchRows) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
