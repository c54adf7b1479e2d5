import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '@db/connect'
import { readHeader } from '../../electron/vault/header-file'
import { deriveKey } from '../../electron/vault/keys'
import { unwrapHeader } from '../../electron/vault/unwrap'

const pageBytes = 4096

/** Page key of a book, with the password of its first person. */
export async function pageKeyOf(folder: string, password: string): Promise<Buffer> {
  const header = readHeader(folder)
  const user = header.slots.find((slot) => slot.kind === 'password')
  const keys = await unwrapHeader(header, { userUid: user?.userUid ?? '', secret: password })
  return deriveKey(keys, header.vaultId, 'page')
}

/** The bytes with one bit turned over in each of some pages (numbered from 1). */
export function spoil(whole: Buffer, pages: readonly number[]): Buffer {
  const bytes = Buffer.from(whole)
  for (const page of pages) {
    const at = page * pageBytes - 2000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  }
  return bytes
}

/**
 * Pages whose damage makes a scan of a table fail, without its root; the file of the closed book is as before afterwards.
 * @param atMost how many to look for
 */
export function leavesOf(path: string, key: Buffer, table: string, atMost: number): number[] {
  const whole = readFileSync(path)
  const raw = connect({ path, key: Buffer.from(key), readonly: true })
  const sql = 'SELECT rootpage FROM sqlite_schema WHERE name = ?'
  const root = Number(raw.prepare(sql).pluck().get(table))
  raw.close()
  const found: number[] = []
  for (let page = 2; page <= whole.length / pageBytes && found.length < atMost; page += 1) {
    if (page === root) continue
    writeFileSync(path, spoil(whole, [page]))
    if (!scans(path, key, table)) found.push(page)
  }
  writeFileSync(path, whole)
  return found
}

/** Turns bits over in leaves of a table of a closed book; answers the file as it is then. */
export async function damageTable(
  folder: string,
  password: string,
  table: string,
  leaves: (found: number[]) => number[],
): Promise<Buffer> {
  const path = join(folder, 'book.db')
  const found = leavesOf(path, await pageKeyOf(folder, password), table, 8)
  const bytes = spoil(readFileSync(path), leaves(found))
  writeFileSync(path, bytes)
  return bytes
}

/** True also for a damaged schema, which is not a page of this table. */
function scans(path: string, key: Buffer, table: string): boolean {
  let raw: ReturnType<typeof connect>
  try {
    raw = connect({ path, key: Buffer.from(key), readonly: true })
  } catch {
    return true
  }
  try {
    raw.prepare(`SELECT * FROM "${table}" NOT INDEXED`).all()
    return true
  } catch (error) {
    return String(error).includes('no such')
  } finally {
    raw.close()
  }
}
