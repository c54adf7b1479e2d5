import { AppError } from '@shared/core/errors'
import type { Encoding } from '@shared/features/imports/imports.schema'
import { cleanCell } from './cell'
import { createRecordReader } from './csv-records'
import { isSeparatorHint, sniffDelimiter } from './delimiter'
import { findEncoding } from './encoding'
import { findHeader } from './header'
import { limits } from './limits'
import type { ReportImport } from './progress'
import { openSourceFile, type SourceFile } from './source-file'
import { decodeChunks } from './text-stream'

export type TableRow = { row: number; cells: string[] }

/** A foreign file in memory: names of its columns and its rows as written; empty rows are left away. */
export type Table = {
  encoding: Encoding
  delimiter: string
  headers: string[]
  rows: TableRow[]
}

/**
 * Reads a delimited text file of any of our encodings; memory and time are bounded whatever the file holds.
 * @throws AppError `core.file-not-readable`, `core.cancelled`, `imports.empty-file`, `imports.not-text`, `imports.too-large`,
 * `imports.line-too-long`, `imports.too-many-columns`, `imports.wrong-encoding`, `imports.file-changed`
 */
export async function readTable(
  path: string,
  wanted: Encoding | null,
  report: ReportImport,
  signal?: AbortSignal,
): Promise<Table> {
  const file = await openSourceFile(path)
  try {
    const encoding = await findEncoding(file, wanted, report, signal)
    const { delimiter, records } = await readRecords(file, encoding, report, signal)
    return { encoding, delimiter, ...split(records) }
  } finally {
    await file.close()
  }
}

async function readRecords(
  file: SourceFile,
  encoding: Encoding,
  report: ReportImport,
  signal?: AbortSignal,
): Promise<{ delimiter: string; records: string[][] }> {
  const records: string[][] = []
  let cellCount = 0
  const add = (found: string[][]) => {
    for (const cells of found) {
      const trimmed = withoutEmptyEnd(cells)
      if (trimmed.length > limits.columns)
        throw new AppError('imports.too-many-columns', 'too many columns', { most: limits.columns })
      cellCount += trimmed.length
      if (cellCount > limits.cells)
        throw new AppError('imports.too-large', 'too many cells', { cells: limits.cells })
      records.push(trimmed)
    }
  }
  let reader: ReturnType<typeof createRecordReader> | null = null
  let delimiter = ','
  let done = 0
  for await (const text of decodeChunks(file.chunks(signal), encoding)) {
    if (reader === null) {
      delimiter = sniffDelimiter(text)
      reader = createRecordReader(delimiter)
    }
    add(reader.push(text))
    done = Math.min(file.bytes, done + limits.chunkBytes)
    const total = file.bytes
    report({ phase: 'reading', done: Math.floor((total + done) / 2), total, unit: 'bytes' })
  }
  if (reader) add(reader.end())
  return { delimiter, records }
}

/** Cells of a wide but empty table cost nothing; the array shares no memory with the reader's. */
function withoutEmptyEnd(cells: string[]): string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1] === '') end -= 1
  return end === cells.length ? cells : cells.slice(0, end)
}

function split(records: string[][]): { headers: string[]; rows: TableRow[] } {
  const hinted = isSeparatorHint(records[0] ?? [])
  const header = findHeader(hinted ? records.slice(1) : records)
  const at = header.at < 0 ? (hinted ? 0 : -1) : header.at + (hinted ? 1 : 0)
  const rows: TableRow[] = []
  for (let index = at + 1; index < records.length; index += 1) {
    const cells = records[index] ?? []
    if (cells.some((cell) => cleanCell(cell) !== '')) rows.push({ row: index + 1, cells })
  }
  if (rows.length === 0) throw new AppError('imports.empty-file', 'no rows')
  return { headers: header.names, rows }
}
