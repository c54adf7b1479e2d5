import { basename } from 'node:path'
import { AppError } from '@shared/core/errors'
import type { HeaderCopySource, VaultState } from '@shared/features/vault/vault.schema'
import type { VaultHeader } from '../vault/header'
import { listHeaderCopies, putHeader, readHeader, restoreHeaderCopy } from '../vault/header-file'
import { getRecoverySlot } from '../vault/unwrap'
import { lookAtBook, wasLeftOpen } from './book-door'
import { type BookState, readBookState } from './book-state'
import type { OpenVault, VaultServices } from './vault-context'
import { usersOf } from './vault-people'
import { problemOf } from './vault-problems'

/** Which book, and what the window shows of it: nothing known, locked, open, or a problem. */
export function createVaultView(services: VaultServices, current: () => OpenVault | null) {
  const { preferences, deviceKeys, secondPlace } = services
  let folder: string | null = preferences.bookFolder()
  let problem: VaultState['problem'] = null

  function folderOrThrow(): string {
    if (folder === null) throw new AppError('vault.folder-missing', 'no book chosen')
    return folder
  }

  /** Reads the header again and notes what stands in the way. */
  function look(): VaultHeader | null {
    problem = null
    if (folder === null) return null
    try {
      return lookAtBook(folder)
    } catch (error) {
      note(error)
      return null
    }
  }

  /** @throws the error itself when it has no screen of its own */
  function note(error: unknown): void {
    const kind = problemOf(error)
    if (kind === null) throw error
    const copies =
      folder !== null && kind.startsWith('header') ? listHeaderCopies(folder, secondPlace) : []
    problem = { kind, copies }
  }

  /** Where only the database or its place is in trouble, its people are known, for the ways out of it. */
  function findHeaderBehind({ kind }: NonNullable<VaultState['problem']>): VaultHeader | null {
    if (folder === null || kind.startsWith('header') || kind === 'folder-missing') return null
    try {
      return readHeader(folder)
    } catch {
      return null
    }
  }

  function assertClosed(): void {
    if (current()) throw new AppError('core.forbidden', 'the book is open')
  }

  function state(): VaultState {
    const open = current()
    const header = open ? open.header : problem ? findHeaderBehind(problem) : look()
    const { lastBackup, unlocks } = readState(folder)
    const remembered = header ? deviceKeys.listUsers(header.vaultId) : []
    const mayManage = open !== null && open.user.role === 'owner' && open.preview === null
    return {
      phase: open ? 'open' : problem ? 'problem' : header ? 'locked' : 'none',
      book: folder === null ? null : { name: header?.bookName ?? nameOf(folder), folder },
      users: (header ? usersOf(header) : []).map((user) => ({
        ...user,
        lastUnlockAt: unlocks[user.uid] ?? null,
        remembered: remembered.includes(user.uid),
      })),
      session: open && { ...open.user, role: open.preview ?? open.user.role },
      problem: open ? null : problem,
      lastBackup: lastBackup && { at: lastBackup.at, drive: lastBackup.drive },
      recoveryProvenAt: mayManage ? getRecoverySlot(open.header).provenAt : null,
      preview: open?.preview ?? null,
      readOnly: open?.condition.readOnly() ?? null,
      findings: open?.condition.findings() ?? [],
      needsCheck: header !== null && !open && folder !== null && wasLeftOpen(folder),
    }
  }

  return {
    look,
    note,
    state,
    folder: folderOrThrow,
    findFolder: () => folder,
    /** Works on this folder from now on; `null`: on none. */
    use: (next: string | null) => void (folder = next),
    select(next: string): void {
      folder = next
      preferences.update({ bookFolder: next })
      look()
    },
    clear: () => void (problem = null),
    /** Answers what brings the present problem back, after a way out of it that failed. */
    keepProblem() {
      const kept = problem
      return () => void (problem = kept)
    },
    retry: (): VaultState => {
      look()
      return state()
    },
    /** @throws AppError `core.forbidden` while a book is open: its header is in use */
    useHeaderCopy(source: HeaderCopySource): Promise<VaultState> {
      assertClosed()
      restoreHeaderCopy(folderOrThrow(), secondPlace, source)
      look()
      return Promise.resolve(state())
    },
    /** A header out of a backup takes the place of one that is lost. */
    putHeader(header: VaultHeader): Promise<VaultState> {
      assertClosed()
      putHeader(folderOrThrow(), header)
      look()
      return Promise.resolve(state())
    },
  }
}

function nameOf(folder: string): string {
  return basename(folder).replace(/\.kebu$/, '')
}

const emptyState: Pick<BookState, 'lastBackup' | 'unlocks'> = { lastBackup: null, unlocks: {} }

function readState(folder: string | null): Pick<BookState, 'lastBackup' | 'unlocks'> {
  return folder === null ? emptyState : readBookState(folder)
}
