import { createHmac, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { instant, uid } from '@shared/core/schemas'
import { z } from 'zod'
import { writeAtomically } from '../../vault/header-file'
import { hkdf } from '../../vault/hkdf'
import { keyBytes, type VaultKeys, wipe } from '../../vault/keys'

/** A customer who was erased: identity and moment (epoch ms), nothing else. */
export type Deletion = { uid: string; at: number }
type Book = { vaultId: string; keys: Pick<VaultKeys, 'auditKey'> }

const fileSchema = z.strictObject({
  vaultId: uid,
  deletions: z.array(z.strictObject({ uid, at: instant })),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})

/** More than a million people; anything larger was not written by us. */
const maxBytes = 128 * 1024 * 1024

/**
 * Who was erased from a book, as this computer remembers it outside of the book, so that a backup of before cannot bring them
 * back even when the book itself is lost. A list that somebody else wrote counts as empty: nobody is erased by a forged one.
 * @param place folder on this computer for what is kept of headers
 */
export function readErased(place: string, { vaultId, keys }: Book): Deletion[] {
  try {
    const path = pathOf(place, vaultId)
    if (statSync(path).size > maxBytes) return []
    const found = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    const expected = macOf(keys, vaultId, found.deletions)
    const isOurs = timingSafeEqual(Buffer.from(found.mac, 'hex'), Buffer.from(expected, 'hex'))
    return found.vaultId === vaultId && isOurs ? found.deletions : []
  } catch {
    return []
  }
}

/**
 * Adds to what this computer remembers. A failure is ignored: the book has its own log, and the next opening writes both together.
 * @param place as in `readErased`, made if missing
 */
export function keepErased(place: string, book: Book, deletions: readonly Deletion[]): void {
  const known = readErased(place, book)
  const merged = new Map([...known, ...deletions].map((deletion) => [deletion.uid, deletion]))
  for (const deletion of known) merged.set(deletion.uid, deletion)
  if (merged.size === known.length) return
  const { vaultId, keys } = book
  const list = [...merged.values()]
  const file = { vaultId, deletions: list, mac: macOf(keys, vaultId, list) }
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 })
    writeAtomically(pathOf(place, vaultId), Buffer.from(JSON.stringify(file)))
  } catch {
    // The next opening of the book tries again.
  }
}

/** Not `.json`: those are copies of headers. */
function pathOf(place: string, vaultId: string): string {
  return join(place, `${vaultId}.erased`)
}

/** Hangs on the audit key, because that one outlives a new data key, and a backup of before has the same. */
function macOf(
  { auditKey }: Book['keys'],
  vaultId: string,
  deletions: readonly Deletion[],
): string {
  const key = hkdf(auditKey, Buffer.from(vaultId), Buffer.from('kebu/erased/v1'), keyBytes)
  // Arrays, because their JSON has one writing only.
  const canonical = JSON.stringify([vaultId, deletions.map(({ uid, at }) => [uid, at])])
  const mac = createHmac('sha256', key).update(canonical).digest('hex')
  wipe(key)
  return mac
}
