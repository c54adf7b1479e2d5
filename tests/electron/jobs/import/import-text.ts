import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportRow } from '@shared/features/imports/import-row.schema'
import type { Encoding } from '@shared/features/imports/imports.schema'
import { type ImportSession, readImport } from '../../../../electron/jobs/import/import-job'

/** Writes bytes as a file of their own and reads them as the job process does; the file is gone afterwards. */
export async function importBytes(
  bytes: string | Uint8Array,
  encoding: Encoding | null = null,
  withIdNumbers = true,
): Promise<ImportSession> {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-import-'))
  try {
    const path = join(folder, 'table.csv')
    writeFileSync(path, bytes)
    return await readImport({ path, encoding, withIdNumbers })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function rowsOf(session: ImportSession): ImportRow[] {
  return [...session.batches()].flat()
}

/** The one row that a table of one row makes. */
export async function importOne(headers: string, cells: string): Promise<ImportRow> {
  const [row] = rowsOf(await importBytes(`${headers}\n${cells}\n`))
  if (!row) throw new Error('the row did not go in')
  return row
}

/** Everything of a row that a person can read again, as one text. */
export function textOf(row: ImportRow): string {
  return [
    ...Object.values(row.fields),
    ...row.tags.map(({ name }) => name),
    ...row.points.flatMap(({ raw, label }) => [raw, label]),
    ...row.followUps.flatMap(({ on, content }) => [on, content]),
  ].join('\n')
}
