import type { FileHandle } from 'node:fs/promises'
import type { Clock } from '@shared/core/clock'
import { csvMark, toCsvLine } from '@shared/core/csv'
import { instant } from '@shared/core/schemas'
import type { AuditFilter, AuditLine, AuditVerdict } from '@shared/features/audit/audit.schema'
import type { DataOperations } from '../data/operations'
import { readBookState } from './book-state'
import type { DataLink } from './data-link'
import { writeWholeFile } from './whole-file'

type Data = Pick<DataLink, 'call'>
type Language = 'zh-CN' | 'en'

const heads: Record<Language, readonly string[]> = {
  'zh-CN': ['编号', '时间', '谁', '类别', '做了什么', '客户', '客户数', '改动数', '对象', '校验值'],
  en: [
    'No.',
    'Time',
    'Who',
    'Kind',
    'What',
    'Customers',
    'Customer count',
    'Changes',
    'Subject',
    'Hash',
  ],
}
const endWords = { 'zh-CN': '链尾', en: 'End of the chain' } as const
const linesAPage = 1000

/** Walks the chain of the open book and holds its end against the one kept beside the book (R087, X9). */
export async function checkTrail(data: Data, folder: string, clock: Clock): Promise<AuditVerdict> {
  const verdict = await data.call('audit.check', { head: readBookState(folder).auditHead })
  const checkedAt = clock()
  if (verdict.result !== 'entry-changed') return { ...verdict, checkedAt }
  // The moment stands in the entry that was tampered with, so it may be anything.
  return { ...verdict, at: instant.safeParse(verdict.at).data ?? null, checkedAt }
}

type Export = {
  data: Data
  /** Where the person said. */
  path: string
  filter: AuditFilter
  language: Language
  /** Runs when everything is on the disk and before the file gets its name; what it throws ends the export. */
  beforeNaming: (lines: number) => Promise<void>
}

/**
 * Writes the entries of a filter as CSV for Excel, oldest first: UTF-8 with BOM, CRLF. The last line holds the number of
 * entries in the file and the end of the chain. A file of that name is replaced only by a whole one.
 * @returns number of entries
 * @throws AppError core.disk-full, core.read-only, vault.folder-missing, core.file-not-readable when another program holds the file
 */
export async function exportTrail(options: Export): Promise<number> {
  const { path, beforeNaming } = options
  return writeWholeFile({ path, write: (file) => writeLines(file, options), beforeNaming })
}

async function writeLines(file: FileHandle, { data, filter, language }: Export): Promise<number> {
  await file.write(csvMark + toCsvLine(heads[language]))
  let end: DataOperations['audit.page']['answer']['head'] = null
  let count = 0
  let after = 0
  for (;;) {
    const { lines, head } = await data.call('audit.page', { filter, after, limit: linesAPage })
    // Entries that are written meanwhile, such as those of an import, are not of this export.
    end ??= head
    const wanted = lines.filter(({ id }) => id <= (end?.id ?? 0))
    await file.write(wanted.map(toLine).join(''))
    count += wanted.length
    after = lines.at(-1)?.id ?? after
    if (wanted.length < linesAPage) break
  }
  const last = [endWords[language], '', '', '', '', '', '', String(count), String(end?.id ?? 0)]
  await file.write(toCsvLine([...last, end?.hash ?? '']))
  return count
}

function toLine(line: AuditLine): string {
  const names = line.customers.map(({ name }) => name).join('; ')
  return toCsvLine([
    String(line.id),
    toLocalIso(line.at),
    line.userName ?? '',
    line.kind,
    line.route,
    line.customerCount > line.customers.length ? `${names}; …` : names,
    String(line.customerCount),
    String(line.changes),
    line.subject ?? '',
    line.hash,
  ])
}

/** 2026-11-22T09:30:00+08:00 */
export function toLocalIso(at: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const offset = -new Date(at).getTimezoneOffset()
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return new Date(at + offset * 60_000).toISOString().slice(0, 19) + zone
}
