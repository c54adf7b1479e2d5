import type { FileHandle } from 'node:fs/promises'
import { csvMark, toCsvLine } from '@shared/core/csv'
import { AppError } from '@shared/core/errors'
import type { WordLanguage } from '@shared/features/custom-fields/custom-values.rules'
import { exportHead } from '@shared/features/exports/export-columns.rules'
import type { JobReport } from '@shared/features/jobs/jobs.contract'
import type { DataOperations } from '../data/operations'
import type { DataLink } from './data-link'
import { writeWholeFile } from './whole-file'

/** As many as the data process reads in a few hundredths of a second, so that the window's own requests come in between. */
export const rowsASlice = 200

type Exporting = {
  data: Pick<DataLink, 'call'>
  begun: DataOperations['exports.begin']['answer']
  language: WordLanguage
  /** Where the person said. */
  path: string
  signal: AbortSignal
  report: (report: JobReport) => void
  /** Runs when everything is on the disk and before the file gets its name; what it throws ends the export. */
  beforeNaming: (rows: number) => Promise<void>
}

/**
 * Writes customers as CSV for Excel (R073, R095): UTF-8 with BOM, CRLF, no cell that a spreadsheet takes for a formula. A file of
 * that name is replaced only by a whole one.
 * @returns number of customers in the file
 * @throws AppError core.cancelled; core.disk-full, core.read-only; as `writeWholeFile` and `readExport`
 */
export async function exportCustomers(exporting: Exporting): Promise<number> {
  const { path, beforeNaming } = exporting
  return writeWholeFile({ path, write: (file) => writeRows(file, exporting), beforeNaming })
}

async function writeRows(
  file: FileHandle,
  { data, begun, language, signal, report }: Exporting,
): Promise<number> {
  const { ids, fields, role } = begun
  // The same for all slices, whatever changes meanwhile: a cell stays under its head.
  const shape = { role, fields, language }
  await file.writeFile(csvMark + toCsvLine(exportHead(shape)))
  let written = 0
  for (let from = 0; from < ids.length; from += rowsASlice) {
    if (signal.aborted) throw new AppError('core.cancelled')
    const slice = ids.slice(from, from + rowsASlice)
    const { text, rows } = await data.call('exports.read', { ids: slice, shape })
    await file.writeFile(text)
    written += rows
    report({ phase: 'writing', done: from + slice.length, total: ids.length, unit: 'rows' })
  }
  return written
}
