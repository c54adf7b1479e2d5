import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { writeError } from '../../jobs/backup/errors'
import { diskFileSystem } from '../../jobs/backup/file-system'
import { replaceBook } from '../../jobs/backup/replacement'
import { claimBook } from '../book-lock'
import type { VaultService } from '../vault-service'
import { getKeptBook } from './kept-books'

type Services = {
  vault: Pick<VaultService, 'lock' | 'openFolder'>
  now: number
}
type TakenBack = { state: VaultState; keptFolder: string | null }

/**
 * Lets a kept book and the one that has its place now swap places: nothing is lost, and it can be done again the other way round.
 * The book is locked afterwards, since its passwords are those of its own last day.
 * @throws AppError `core.not-found`, `vault.in-use`, `backups.target-gone`, `core.read-only`
 */
export async function takeBack({ vault, now }: Services, path: string): Promise<TakenBack> {
  const { place, bookName } = getKeptBook(path, basename(path))
  assertFree(path)
  await vault.lock()
  if (existsSync(place)) assertFree(place)
  const order = { incoming: path, bookFolder: place, bookName, now }
  const kept = await replaceBook(order, diskFileSystem).catch((error: unknown) => {
    throw writeError(error, 'core.disk-full')
  })
  const state = await vault.openFolder(place)
  return { state, keptFolder: kept === null ? null : basename(kept) }
}

/** @throws AppError `vault.in-use` when another program has the book open */
function assertFree(bookFolder: string): void {
  claimBook(bookFolder)()
}
