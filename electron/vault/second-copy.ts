import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { maxHeaderBytes, parseHeader, type VaultHeader } from './header'

/** The header with the folder of its book, because a lost header takes the vault's id with it. */
const secondSchema = z.strictObject({ folder: z.string(), header: z.unknown() })

/** Bytes of a copy for the second place. */
export function secondCopyBytes(folder: string, header: VaultHeader): Buffer {
  return Buffer.from(`${JSON.stringify({ folder: resolve(folder), header }, null, 2)}\n`)
}

/** The newest whole copy that was kept for this folder, or null. */
export function findSecondCopy(folder: string, secondPlace: string | null): VaultHeader | null {
  if (secondPlace === null) return null
  return namesIn(secondPlace)
    .map((name) => readCopy(join(secondPlace, name), resolve(folder)))
    .filter((header) => header !== null)
    .reduce<VaultHeader | null>(
      (newest, header) => (newest && newest.writtenAt >= header.writtenAt ? newest : header),
      null,
    )
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'))
  } catch {
    return []
  }
}

function readCopy(path: string, folder: string): VaultHeader | null {
  try {
    if (statSync(path).size > 2 * maxHeaderBytes) return null
    const found = secondSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    if (found.folder !== folder) return null
    return parseHeader(Buffer.from(JSON.stringify(found.header)))
  } catch {
    return null
  }
}
