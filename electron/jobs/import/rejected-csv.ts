import { csvMark, toCsvLine } from '@shared/core/csv'
import type { ProblemCode } from '@shared/features/imports/imports.schema'
import type { RejectedRow } from './analysis'
import { columnLetter } from './header'
import type { Table } from './table'

export type CsvLanguage = 'zh-CN' | 'en'

type ErrorCode = Extract<ProblemCode, 'missing-name' | 'row-too-wide' | 'too-long'>
type Words = { row: string; reason: string; other: string } & Record<ErrorCode, string>

const words: Record<CsvLanguage, Words> = {
  'zh-CN': {
    row: '行号',
    reason: '原因',
    other: '没能读入',
    'missing-name': '缺客户名称',
    'row-too-wide': '这一行比表头多出内容',
    'too-long': '文字太长，放不进备注',
  },
  en: {
    row: 'Row',
    reason: 'Reason',
    other: 'Could not be read',
    'missing-name': 'No customer name',
    'row-too-wide': 'More cells than the header has',
    'too-long': 'Text too long, even for the notes',
  },
}

/**
 * The rows that stay out, as CSV for Excel: the file's own columns, then the row number and the reason. UTF-8 with BOM; a cell that
 * Excel would take for a formula gets an apostrophe in front.
 */
export function writeRejectedCsv(
  table: Table,
  rejected: readonly RejectedRow[],
  language: CsvLanguage,
): Buffer {
  const text = words[language]
  const rows = rejected.map(({ index }) => table.rows[index]?.cells ?? [])
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), table.headers.length)
  const headers = Array.from(
    { length: width },
    (_, index) => table.headers[index] ?? columnLetter(index),
  )
  const lines = [toCsvLine([...headers, text.row, text.reason])]
  rejected.forEach(({ index, error }, at) => {
    const cells = Array.from({ length: width }, (_, column) => rows[at]?.[column] ?? '')
    const reason = text[error.code as ErrorCode] ?? text.other
    const where = error.column === '' ? reason : `${reason} (${error.column})`
    lines.push(toCsvLine([...cells, String(table.rows[index]?.row ?? ''), where]))
  })
  return Buffer.from(`${csvMark}${lines.join('')}`, 'utf8')
}
