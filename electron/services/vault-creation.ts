import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { bookFolderName } from '@shared/features/backups/backup-files.rules'
import type { VaultUser } from '@shared/features/vault/vault.schema'
import { failPoint } from '../vault/fail-point'
import { draftVault, type VaultDraft } from '../vault/create-vault'
import { syncFolder, writeHeader } from '../vault/header-file'
import { wipeVaultKeys } from '../vault/keys'
import { groupRecoveryKey } from '../vault/recovery-key'
import { judgeFolder } from './folder-verdict'
import { type Answer, assertTypedBack } from './typed-back'
import { assertGoodPassword } from './unlocking'
import type { VaultServices } from './vault-context'

type Services = Pick<VaultServices, 'secondPlace' | 'calibrateKdf'>
type Draft = VaultDraft & { folder: string; owner: VaultUser }

/**
 * Makes a book in two halves: keys and recovery key in memory, then, after three groups were typed back, the folder and its
 * header. Nothing is written before, so that no book can exist whose recovery key nobody has.
 */
export function createVaultCreation({ secondPlace, calibrateKdf }: Services) {
  let draft: Draft | null = null

  function getDraft(): Draft {
    if (!draft) throw new AppError('vault.no-draft', 'no book is being made')
    return draft
  }

  function cancel(): void {
    if (draft) wipeVaultKeys(draft.keys)
    draft = null
  }

  return {
    cancel,
    recoveryKey: () => groupRecoveryKey(getDraft().recoveryKey),
    bookName: () => getDraft().header.bookName,
    /** @throws AppError for a folder that must not hold a book */
    async start(input: { bookName: string; parent: string; ownerName: string; password: string }) {
      cancel()
      assertUsable(input.parent)
      assertGoodPassword(input.password, [input.ownerName, input.bookName])
      const folder = join(input.parent, bookFolderName(input.bookName))
      if (existsSync(folder)) throw new AppError('vault.book-exists', 'folder exists')
      const owner = { uid: randomUUID(), name: input.ownerName, role: 'owner' as const }
      const made = await draftVault({
        bookName: input.bookName,
        owner,
        password: input.password,
        cost: await calibrateKdf(),
        createdAt: Date.now(),
      })
      draft = { ...made, folder, owner }
      return groupRecoveryKey(made.recoveryKey)
    },
    /**
     * Checks the three groups, makes the folder, lets `fill` make the database, and writes the header last: a folder without
     * header is no book. When anything fails, `undo` closes what `fill` opened and the
     * folder, which had been new, is taken back.
     * @throws AppError `vault.recovery-confirm-mismatch` naming the wrong groups
     */
    async finish(
      answers: Answer[],
      { fill, undo }: { fill: (draft: Draft) => Promise<void>; undo: () => Promise<void> },
    ): Promise<void> {
      const current = getDraft()
      assertTypedBack(current.recoveryKey, answers)
      if (existsSync(current.folder)) throw new AppError('vault.book-exists', 'folder exists')
      makeFolder(current.folder)
      failPoint('create:folder')
      try {
        await fill(current)
        failPoint('create:database')
        writeHeader(current.folder, current.header, secondPlace)
      } catch (error) {
        await undo()
        rmSync(current.folder, { recursive: true, force: true })
        throw error
      }
      draft = null
    },
  }
}

export type VaultCreation = ReturnType<typeof createVaultCreation>

/** Its name and those of new folders above it are flushed too: else a power cut takes the book whose making was answered. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 }) ?? folder
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    try {
      syncFolder(dirname(made))
    } catch {
      // Some file systems do not flush folders, and one above may not be ours to open.
    }
  }
}

const refusals = {
  network: 'vault.folder-network',
  sync: 'vault.folder-sync',
  'not-writable': 'vault.folder-not-writable',
  missing: 'vault.folder-missing',
  'book-exists': 'vault.book-exists',
} as const

/** @throws AppError naming why a folder may not hold a book */
export function assertUsable(folder: string): void {
  const { verdict, service } = judgeFolder(folder)
  if (verdict !== 'ok')
    throw new AppError(refusals[verdict], 'folder refused', { service: service ?? '' })
}
