import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import type { VaultUser } from '@shared/features/vault/vault.schema'
import type { AuditNote } from '../data/operations'
import type { VaultHeader } from '../vault/header'
import { bookFiles, keepSecondCopy, readHeader, writeHeader } from '../vault/header-file'
import { cancelRotation, finishRotation } from '../vault/rotation'
import { getRecoverySlot } from '../vault/unwrap'
import { copySecret } from '../vault/secret-memory'
import { deriveKey, keyIdOf, type VaultKeys, wipeVaultKeys } from '../vault/keys'
import { keepErased, readErased } from './backup/erased-list'
import { settleReplacement } from './backup/settle-replacement'
import { type Ballast, createBallast } from './ballast'
import { createBookCondition } from './book-condition'
import { claimBook } from './book-lock'
import { readBookState, updateBookState } from './book-state'
import type { OpenVault, VaultServices } from './vault-context'
import { knownUsersOf } from './vault-people'

/** The copy of the database under a new key, before it takes its place. */
export const nextDatabaseName = 'book.next.db'

export type Entry = {
  folder: string
  header: VaultHeader
  keys: VaultKeys
  /** Keys of a rotation that was cut off; one of the two sets opens the database. */
  nextKeys: VaultKeys | null
  user: VaultUser
  create: boolean
  isRecovery: boolean
  notes: AuditNote[]
  /** A look without any change: no claim, no note, no copy of the header; the audit trail stays as it is. */
  readonly?: boolean
}
type Opened = OpenVault & { headerGeneration: number }

/**
 * Reads the header of a book and checks that it belongs to the database beside it.
 * @throws AppError `vault.folder-missing`, `vault.header-…`, `vault.database-missing`
 */
export function lookAtBook(folder: string): VaultHeader {
  settleReplacement(dirname(folder))
  if (!existsSync(folder)) throw new AppError('vault.folder-missing')
  const header = readHeader(folder)
  if (!existsSync(join(folder, bookFiles.database))) throw new AppError('vault.database-missing')
  const { vaultId } = readBookState(folder)
  if (vaultId !== null && vaultId !== header.vaultId)
    throw new AppError('vault.header-foreign', 'header of another vault')
  return header
}

/**
 * True when the session before seems not to have closed the book, so that opening it reads all of it; asks no key. What the book itself says
 * decides.
 */
export function wasLeftOpen(folder: string): boolean {
  if (existsSync(join(folder, bookFiles.mark))) return true
  const wal = statSync(join(folder, `${bookFiles.database}-wal`), { throwIfNoEntry: false })
  return wal !== undefined && wal.size > 0
}

/**
 * Claims the book and hands derived keys to the data process; on failure everything is as before, and the keys stay the
 * caller's to wipe. A rotation that was cut off is ended here, on the side that the database is on.
 */
export async function enterBook(services: VaultServices, entry: Entry): Promise<Opened> {
  if (entry.readonly) return lookIntoBook(services, entry)
  const ballast = createBallast(entry.folder, services.ballastDisk)
  try {
    return await enter(services, entry, ballast, null)
  } catch (error) {
    // Amid a rotation one of the two sets of keys is wiped by now: the next unlock finds room then.
    if (!(await ballast.releaseWhenFull(error)) || entry.nextKeys) throw error
    return enter(services, entry, ballast, 'disk-full')
  }
}

/** The whole way in. On a disk that was full a moment ago the book is read only, and the room is left for closing it. */
async function enter(
  services: VaultServices,
  entry: Entry,
  ballast: Ballast,
  readOnly: 'disk-full' | null,
): Promise<Opened> {
  const { folder, user } = entry
  const release = claimBook(folder)
  try {
    const { keys, isNext, ...answer } = await openWithEither(services, entry)
    const header = settleRotation(services, entry, isNext)
    updateBookState(folder, {
      vaultId: header.vaultId,
      keyId: keyIdOf(keys, header.vaultId),
      auditHead: answer.auditHead,
      unlocks: { ...readBookState(folder).unlocks, [user.uid]: Date.now() },
    })
    keepSecondCopy(folder, header, services.secondPlace)
    keepErased(services.secondPlace, { vaultId: header.vaultId, keys }, answer.deletions)
    if (readOnly) await services.data.call('writing.pause', null)
    const { headerGeneration, findings } = answer
    const condition = createBookCondition({ ballast, readOnly, findings })
    const leave = () => {
      condition.end()
      release()
    }
    return { keys, header, user, preview: null, condition, release: leave, headerGeneration }
  } catch (error) {
    release()
    throw error
  }
}

/** For a book that must not or cannot be written to; nothing in its folder changes. */
async function lookIntoBook(services: VaultServices, entry: Entry): Promise<Opened> {
  const { keys, headerGeneration } = await openWithEither(services, entry)
  const { header, user } = entry
  const condition = createBookCondition({ ballast: null, readOnly: 'by-choice', findings: [] })
  return {
    ...{ keys, header, user, preview: null, condition, headerGeneration },
    release: condition.end,
  }
}

async function openWithEither(services: VaultServices, entry: Entry) {
  try {
    const answer = await openDatabase(services, entry, entry.keys)
    if (entry.nextKeys) wipeVaultKeys(entry.nextKeys)
    return { ...answer, keys: entry.keys, isNext: false }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'vault.database-damaged') throw error
    const { nextKeys } = entry
    if (!nextKeys) throw isOldKey(entry) ? new AppError('vault.header-rolled-back') : error
    const answer = await openDatabase(services, entry, nextKeys)
    wipeVaultKeys(entry.keys)
    return { ...answer, keys: nextKeys, isNext: true }
  }
}

/** Hands the keys to the data process. @throws AppError as `openBook`, `vault.header-rolled-back` */
export function openDatabase(
  { data, secondPlace }: Pick<VaultServices, 'data' | 'secondPlace'>,
  entry: Omit<Entry, 'keys' | 'nextKeys'>,
  keys: VaultKeys,
) {
  const { header, folder, create, user, isRecovery, notes, readonly = false } = entry
  const { generation } = header
  return data.call('open', {
    path: join(folder, bookFiles.database),
    create,
    pageKey: deriveKey(keys, header.vaultId, 'page'),
    auditKey: copySecret(keys.auditKey),
    fieldKey: keys.fieldKey ? copySecret(keys.fieldKey) : null,
    userUid: user.uid,
    users: knownUsersOf(header),
    header: { generation, recoverySlotId: getRecoverySlot(header).id, isRecovery },
    notes,
    readonly,
    auditHead: create ? null : readBookState(folder).auditHead,
    deletions: create ? [] : readErased(secondPlace, { vaultId: header.vaultId, keys }),
  })
}

/** The header is of before a rotation: its key cannot open a database that has another one since. */
function isOldKey({ folder, keys, header }: Entry): boolean {
  const { keyId } = readBookState(folder)
  return keyId !== null && keyId !== keyIdOf(keys, header.vaultId)
}

/** After a rotation that a crash cut off: the header keeps the keys that open the database, and those alone. */
function settleRotation(services: VaultServices, entry: Entry, isNext: boolean): VaultHeader {
  const { header, folder, keys, nextKeys } = entry
  if (!nextKeys) return header
  for (const end of ['', '-journal']) rmSync(join(folder, nextDatabaseName + end), { force: true })
  const now = Date.now()
  const settled = isNext
    ? finishRotation(header, nextKeys, { now })
    : cancelRotation(header, keys, { now })
  writeHeader(folder, settled, services.secondPlace)
  return settled
}
