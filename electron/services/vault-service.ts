import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import type { VaultState, VaultUser } from '@shared/features/vault/vault.schema'
import { changePassword, type VaultDraft } from '../vault/create-vault'
import type { VaultHeader } from '../vault/header'
import {
  bookFiles,
  findPreviousHeader,
  readHeader,
  restorePreviousHeader,
  writeHeader,
} from '../vault/header-file'
import { calibrateKdf } from '../vault/kdf'
import { deriveKey, type KeyPurpose, type VaultKeys, wipe, wipeVaultKeys } from '../vault/keys'
import { findPasswordSlot, type Secret, unwrapHeader } from '../vault/unwrap'
import { claimBook } from './book-lock'
import { readBookState } from './book-state'
import type { DataLink } from './data-link'
import type { PreferencesStore } from './preferences-store'
import { createTurns } from './turns'
import type { UnlockGuard } from './unlock-guard'
import { type Answer, createVaultCreation } from './vault-creation'
import { isProblem, problemOf } from './vault-problems'

type OpenVault = { keys: VaultKeys; header: VaultHeader; session: VaultUser; release: () => void }

type Options = {
  data: DataLink
  preferences: PreferencesStore
  guard: UnlockGuard
  /** Before a lock: cancel jobs that hold keys or rows. */
  beforeLock: () => void
}

/**
 * The state of the book in main: which folder, locked or open, and the keys while it is open. Everything that opens, makes or
 * locks a book goes through here, one at a time.
 */
export function createVaultService({ data, preferences, guard, beforeLock }: Options) {
  let folder: string | null = preferences.bookFolder()
  let open: OpenVault | null = null
  let problem: VaultState['problem'] = null
  const creation = createVaultCreation()
  const inTurn = createTurns()

  function selectFolder(next: string): void {
    folder = next
    preferences.update({ bookFolder: next })
    look()
  }

  /** Reads the header again and notes what stands in the way. */
  function look(): VaultHeader | null {
    problem = null
    if (folder === null) return null
    try {
      if (!existsSync(folder)) throw new AppError('vault.folder-missing')
      const header = readHeader(folder)
      if (!existsSync(join(folder, bookFiles.database)))
        throw new AppError('vault.database-missing')
      return header
    } catch (error) {
      note(error)
      return null
    }
  }

  function note(error: unknown): void {
    const kind = problemOf(error)
    if (kind === null) throw error
    const previousHeader =
      folder !== null && kind.startsWith('header') && findPreviousHeader(folder) !== null
    problem = { kind, previousHeader }
  }

  function state(): VaultState {
    const header = open ? open.header : problem ? null : look()
    const named =
      header?.bookName ?? (folder === null ? '' : basename(folder).replace(/\.kebu$/, ''))
    return {
      phase: open ? 'open' : problem ? 'problem' : header ? 'locked' : 'none',
      book: folder === null ? null : { name: named, folder },
      users: header ? usersOf(header) : [],
      session: open?.session ?? null,
      problem: open ? null : problem,
      lastBackupAt: folder === null ? null : readBookState(folder).lastBackupAt,
    }
  }

  /** Claims the book and hands derived keys to the data process; on failure everything is as before. */
  async function openDatabase(
    keys: VaultKeys,
    header: VaultHeader,
    session: VaultUser,
    create: boolean,
  ) {
    const target = folderOrThrow()
    const release = claimBook(target)
    const derived = (purpose: KeyPurpose) => copyAndWipe(deriveKey(keys, header.vaultId, purpose))
    try {
      await data.call('open', {
        path: join(target, bookFiles.database),
        create,
        pageKey: derived('page'),
        auditKey: derived('audit'),
        fieldKey: Uint8Array.from(keys.fieldKey),
        user: session,
      })
    } catch (error) {
      release()
      throw error
    }
    open = { keys, header, session, release }
    problem = null
  }

  function folderOrThrow(): string {
    if (folder === null) throw new AppError('vault.folder-missing', 'no book chosen')
    return folder
  }

  async function unlock(
    secret: Secret,
    after?: (header: VaultHeader, keys: VaultKeys) => Promise<VaultHeader>,
  ) {
    if (open) await lock()
    let header = look()
    if (!header) return state()
    const keys = await unwrapGuarded(header, secret)
    try {
      if (after) header = await after(header, keys)
      await openDatabase(keys, header, sessionUser(header, secret.userUid), false)
    } catch (error) {
      wipeVaultKeys(keys)
      if (!isProblem(error)) throw error
      note(error)
    }
    return state()
  }

  /** Counts wrong passwords; the recovery key has 150 random bits and needs no such help. */
  async function unwrapGuarded(header: VaultHeader, secret: Secret): Promise<VaultKeys> {
    if (secret.userUid === null) return unwrapHeader(header, secret)
    guard.check(header.vaultId)
    try {
      const keys = await unwrapHeader(header, secret)
      guard.hit(header.vaultId)
      return keys
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'vault.wrong-password') throw error
      const seconds = guard.miss(header.vaultId)
      throw new AppError(error.code, error.message, { seconds })
    }
  }

  async function lock(): Promise<void> {
    if (!open) return
    beforeLock()
    const { keys, release } = open
    open = null
    await data.end()
    wipeVaultKeys(keys)
    release()
  }

  return {
    state,
    creation,
    lock,
    session: () => open?.session ?? null,
    folder: folderOrThrow,
    // In turn, so that many tries at once cannot slip past the guard.
    unlock: (userUid: string, password: string) =>
      inTurn(() => unlock({ userUid, secret: password })),
    /** Opens with a secret of its day after a restore: a password, or the recovery key when `userUid` is null. */
    openRestored(restored: string, secret: Secret) {
      selectFolder(restored)
      return unlock(secret)
    },
    /** The recovery key opens the book and sets the owner's new password. */
    unlockWithRecoveryKey: (recoveryKey: string, newPassword: string) =>
      unlock({ userUid: null, secret: recoveryKey }, async (header, keys) => {
        const owner = sessionUser(header, null)
        const next = await changePassword(
          header,
          keys,
          owner.uid,
          newPassword,
          await calibrateKdf(),
        )
        writeHeader(folderOrThrow(), next)
        return next
      }),
    async finishCreation(answers: Answer[]): Promise<VaultState> {
      if (open) await lock()
      const before = folder
      const fill = async (draft: VaultDraft & { folder: string; owner: VaultUser }) => {
        folder = draft.folder
        await openDatabase(draft.keys, draft.header, draft.owner, true)
      }
      await creation.finish(answers, fill, async () => {
        folder = before
        if (!open) return
        // The lock wipes the draft's keys, so the draft is of no use any more.
        await lock()
        creation.cancel()
      })
      preferences.update({ bookFolder: folder })
      return state()
    },
    async openFolder(next: string): Promise<VaultState> {
      await lock()
      selectFolder(next)
      return state()
    },
    retry(): VaultState {
      look()
      return state()
    },
    usePreviousHeader(): VaultState {
      restorePreviousHeader(folderOrThrow())
      look()
      return state()
    },
    /** The data process died: the book counts as locked, its keys are wiped here too. */
    forget(): void {
      if (!open) return
      wipeVaultKeys(open.keys)
      open.release()
      open = null
    },
    /** Lends a derived key for one piece of work and wipes it afterwards. */
    async withKey<T>(purpose: KeyPurpose, work: (key: Buffer) => Promise<T>): Promise<T> {
      if (!open) throw new AppError('core.locked')
      const key = deriveKey(open.keys, open.header.vaultId, purpose)
      try {
        return await work(key)
      } finally {
        wipe(key)
      }
    },
  }
}

export type VaultService = ReturnType<typeof createVaultService>

/** Everyone who has a password of their own, as shown before anyone signs in. */
export function usersOf(header: VaultHeader): VaultUser[] {
  return header.slots.flatMap((slot) =>
    slot.kind === 'password' ? [{ uid: slot.userUid, name: slot.name, role: slot.role }] : [],
  )
}

/** The user of a slot; for the recovery key the first owner. */
function sessionUser(header: VaultHeader, userUid: string | null): VaultUser {
  const users = usersOf(header)
  const found =
    userUid === null
      ? users.find(({ role }) => role === 'owner')
      : users.find(({ uid }) => uid === findPasswordSlot(header, userUid)?.userUid)
  if (!found) throw new AppError('vault.header-damaged', 'header has no such user')
  return found
}

/** A view of its own memory, so that posting it does not copy the pool around a small Buffer. */
function copyAndWipe(key: Buffer): Uint8Array {
  const copy = Uint8Array.from(key)
  wipe(key)
  return copy
}
