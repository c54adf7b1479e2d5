import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/core/errors'
import type { VaultUser } from '@shared/features/vault/vault.schema'
import type { AuditNote } from '../data/operations'
import type { VaultHeader } from '../vault/header'
import { bookFiles, keepSecondCopy, readHeader, writeHeader } from '../vault/header-file'
import { cancelRotation, finishRotation } from '../vault/rotation'
import { getRecoverySlot } from '../vault/unwrap'
import { copySecret } from '../vault/secret-memory'
import { deriveKey, keyIdOf, type VaultKeys, wipeVaultKeys } from '../vault/keys'
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
}
type Opened = OpenVault & { headerGeneration: number }

/**
 * Reads the header of a book and checks that it belongs to the database beside it.
 * @throws AppError `vault.folder-missing`, `vault.header-…`, `vault.database-missing`
 */
export function lookAtBook(folder: string): VaultHeader {
  if (!existsSync(folder)) throw new AppError('vault.folder-missing')
  const header = readHeader(folder)
  if (!existsSync(join(folder, bookFiles.database))) throw new AppError('vault.database-missing')
  const { vaultId } = readBookState(folder)
  if (vaultId !== null && vaultId !== header.vaultId)
    throw new AppError('vault.header-foreign', 'header of another vault')
  return header
}

/**
 * Claims the book and hands derived keys to the data process; on failure everything is as before, and the keys stay the
 * caller's to wipe. A rotation that was cut off is ended here, on the side that the database is on.
 */
export async function enterBook(services: VaultServices, entry: Entry): Promise<Opened> {
  const release = claimBook(entry.folder)
  try {
    const { keys, isNext, ...answer } = await openWithEither(services, entry)
    const header = settleRotation(services, entry, isNext)
    updateBookState(entry.folder, {
      vaultId: header.vaultId,
      keyId: keyIdOf(keys, header.vaultId),
      auditHead: answer.auditHead,
      unlocks: { ...readBookState(entry.folder).unlocks, [entry.user.uid]: Date.now() },
    })
    keepSecondCopy(entry.folder, header, services.secondPlace)
    const { headerGeneration } = answer
    return { keys, header, user: entry.user, preview: null, release, headerGeneration }
  } catch (error) {
    release()
    throw error
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
  { data }: Pick<VaultServices, 'data'>,
  entry: Omit<Entry, 'keys' | 'nextKeys'>,
  keys: VaultKeys,
) {
  const { header, folder, create, user, isRecovery, notes } = entry
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
    auditHead: create ? null : readBookState(folder).auditHead,
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
  rmSync(join(folder, nextDatabaseName), { force: true })
  const now = Date.now()
  const settled = isNext
    ? finishRotation(header, nextKeys, { now })
    : cancelRotation(header, keys, { now })
  writeHeader(folder, settled, services.secondPlace)
  return settled
}
