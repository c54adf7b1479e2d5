import { AppError } from '@shared/core/errors'
import type { VaultHeader } from '../vault/header'
import type { Role } from '@shared/core/permissions'
import { writeHeader } from '../vault/header-file'
import type { HeaderCopySource, VaultState, VaultUser } from '@shared/features/vault/vault.schema'
import { deriveKey, type KeyPurpose, type VaultKeys, wipe, wipeVaultKeys } from '../vault/keys'
import { raiseGeneration } from '../vault/header-change'
import { getRecoverySlot, type Secret } from '../vault/unwrap'
import { updateBookState } from './book-state'
import { collectGarbage } from './collect-garbage'
import { enterBook } from './book-door'
import { createTurns } from './turns'
import type { Answer } from './typed-back'
import { createVaultCreation } from './vault-creation'
import type { DamagedBook, OpenVault, VaultServices } from './vault-context'
import { createVaultView } from './vault-view'
import { knownUsersOf, sessionUser } from './vault-people'
import { isProblem } from './vault-problems'
import { createUnlocking, type Unlocked } from './unlocking'
import { lookInside } from './look-inside'
import type { AuditNote } from '../data/operations'

/** Why a book is locked; an idle computer is told from a person in the audit trail. */
export type LockReason = 'vault.lock' | 'vault.autoLock'

/** What an account command makes of the header. */
type Edit = (header: VaultHeader, keys: VaultKeys) => Promise<VaultHeader> | VaultHeader

/** What makes a damaged book one that opens. */
type Rescue = (book: DamagedBook) => Promise<AuditNote[]>

/**
 * The state of the book in main: which folder, locked or open, and the keys while it is open. Everything that opens, makes,
 * changes or locks a vault goes through here, one at a time.
 */
export function createVaultService(services: VaultServices) {
  const { data, preferences, beforeLock, secondPlace } = services
  let open: OpenVault | null = null
  const creation = createVaultCreation(services)
  const view = createVaultView(services, () => open)
  const unlocking = createUnlocking(services)
  const inTurn = createTurns()

  function opened(): OpenVault {
    if (!open) throw new AppError('core.locked')
    return open
  }

  async function lockNow(reason: LockReason | null): Promise<void> {
    if (!open) return
    beforeLock()
    const { keys, release, user, condition } = open
    const folder = view.folder()
    await condition.makeRoomToClose()
    // A full disk or a dead data process must not keep the book open.
    if (reason) await record(reason, user.uid).catch(() => undefined)
    open = null
    try {
      const auditHead = await data.end()
      const isNoted = condition.readOnly() !== 'by-choice'
      if (auditHead && isNoted) updateBookState(folder, { auditHead })
    } catch {
      // What the file beside the book says is older then; the book itself is closed.
    } finally {
      wipeVaultKeys(keys)
      release()
      collectGarbage()
    }
  }

  /** Writes something into the audit trail that is no command of the book. */
  async function record(route: string, userUid: string, subject: string | null = null) {
    await data.call('audit.record', { notes: [{ route, at: Date.now(), userUid, subject }] })
  }

  /** Opens the book after `find` has the keys; what keeps a book from opening becomes the state of the window. */
  async function unlock(find: (header: VaultHeader) => Promise<Unlocked>): Promise<VaultState> {
    await lockNow('vault.lock')
    const header = view.look()
    if (!header) return view.state()
    const folder = view.folder()
    const unlocked = await find(header)
    const { keys, nextKeys, after, ...entry } = unlocked
    try {
      const door = { ...entry, keys, nextKeys, folder, header, create: false }
      const { headerGeneration, ...entered } = await enterBook(services, door)
      open = entered
      view.clear()
      if (after) {
        await editNow((now, own) => after(raiseGeneration(now, own, headerGeneration), own))
      }
    } catch (error) {
      if (open) await lockNow(null)
      wipeVaultKeys(keys)
      if (nextKeys) wipeVaultKeys(nextKeys)
      if (!isProblem(error)) throw error
      view.note(error)
    }
    return view.state()
  }

  /**
   * Opens the book after `rescue` put what can be read of it in place of its damaged database; what it answers goes into the trail.
   * @throws AppError `core.forbidden` for anybody but an owner
   */
  async function salvageNow(
    userUid: string,
    password: string,
    rescue: Rescue,
  ): Promise<VaultState> {
    const putBack = view.keepProblem()
    try {
      return await unlock(async (header) => {
        const unlocked = await unlocking.byPassword(header, userUid, password, undefined)
        try {
          if (unlocked.user.role !== 'owner') throw new AppError('core.forbidden', 'not an owner')
          const { keys, nextKeys, notes } = unlocked
          const said = await rescue({ folder: view.folder(), header, keys, nextKeys, userUid })
          return { ...unlocked, notes: [...notes, ...said] }
        } catch (error) {
          wipeBoth(unlocked)
          throw error
        }
      })
    } catch (error) {
      putBack()
      throw error
    }
  }

  /** Opens the book without writing anything into its folder. */
  async function lookNow(userUid: string, password: string): Promise<VaultState> {
    await lockNow('vault.lock')
    const putBack = view.keepProblem()
    const header = view.look()
    if (!header) return view.state()
    try {
      const unlocked = await unlocking.byPassword(header, userUid, password, undefined)
      const door = { ...unlocked, folder: view.folder(), header, create: false, notes: [] }
      open = await lookInside(services, door).catch((error: unknown) => {
        wipeBoth(unlocked)
        throw error
      })
    } catch (error) {
      putBack()
      throw error
    }
    return view.state()
  }

  /** Writes a changed header and tells the book of it. The old header stays valid until the new one is on the disk. */
  async function editNow(edit: Edit): Promise<void> {
    const { header, keys, condition } = opened()
    condition.assertWritable()
    const next = await edit(header, keys)
    writeHeader(view.folder(), next, secondPlace)
    const user = sessionUser(next, opened().user.uid)
    open = { ...opened(), header: next, user }
    const { generation } = next
    await data.call('header.note', { generation, recoverySlotId: getRecoverySlot(next).id })
    await data.call('users.sync', { users: knownUsersOf(next) })
    // Somebody may have changed their own role.
    await data.call('session.setRole', { role: opened().preview ?? user.role })
  }

  async function setPreview(role: Role | null): Promise<VaultState> {
    const { user } = opened()
    await data.call('session.setRole', { role: role ?? user.role })
    open = { ...opened(), preview: role }
    await record(role ? 'vault.startPreview' : 'vault.endPreview', user.uid)
    return view.state()
  }

  return {
    creation,
    state: view.state,
    folder: view.folder,
    retry: view.retry,
    useHeaderCopy: (source: HeaderCopySource) => inTurn(() => view.useHeaderCopy(source)),
    useForeignHeader: (header: VaultHeader) => inTurn(() => view.putHeader(header)),
    lock: (reason: LockReason = 'vault.lock') => inTurn(() => lockNow(reason)),
    /** Who is signed in, with the role that requests are judged by. */
    session(): VaultUser | null {
      return open ? { ...open.user, role: open.preview ?? open.user.role } : null
    },
    /** Header of the open book. @throws AppError `core.locked` */
    header: () => opened().header,
    user: () => opened().user,
    salvage: (userUid: string, password: string, rescue: Rescue) =>
      inTurn(() => salvageNow(userUid, password, rescue)),
    /** Closes a book whose pages turned out to be damaged; false when none is open to be changed. */
    leaveDamaged: () =>
      inTurn(async () => {
        if (!open || open.condition.readOnly() === 'by-choice') return false
        await lockNow('vault.lock')
        view.note(new AppError('vault.database-damaged'))
        return true
      }),
    lookInside: (userUid: string, password: string) => inTurn(() => lookNow(userUid, password)),
    // In turn, so that many tries at once cannot slip past the guard.
    unlock: (userUid: string, password: string, newPassword?: string) =>
      inTurn(() =>
        unlock((header) => unlocking.byPassword(header, userUid, password, newPassword)),
      ),
    unlockWithDevice: (userUid: string) =>
      inTurn(() => unlock((header) => unlocking.byDevice(header, userUid))),
    /** The recovery key opens the book and sets the owner's new password. */
    unlockWithRecoveryKey: (recoveryKey: string, newPassword: string) =>
      inTurn(() => unlock((header) => unlocking.byRecoveryKey(header, recoveryKey, newPassword))),
    /** Opens with a secret of its day after a restore: a password, or the recovery key when `userUid` is null. */
    openRestored: (folder: string, secret: Secret) =>
      inTurn(() => {
        view.select(folder)
        return unlock((header) => unlocking.bySecret(header, secret))
      }),
    /** Proves the password of the person who is signed in, under the same guard as an unlock. */
    checkPassword: (password: string) =>
      inTurn(() => unlocking.prove(opened().header, opened().user.uid, password)),
    edit: (edit: Edit) => inTurn(() => editNow(edit)),
    record: (route: string, subject: string | null = null) =>
      record(route, opened().user.uid, subject),
    /** A write met a full disk: the book is read only from here on, with room enough to be closed. */
    noteFull: async () => open?.condition.noteFull(),
    /** @throws AppError `core.disk-full` while there is no room */
    async tryWriting(): Promise<VaultState> {
      await opened().condition.tryWriting(() => data.call('writing.resume', null))
      return view.state()
    },
    dismissFindings(): VaultState {
      opened().condition.dismissFindings()
      return view.state()
    },
    startPreview: (role: Role) => inTurn(() => setPreview(role)),
    endPreview: () => inTurn(() => setPreview(null)),
    finishCreation: (answers: Answer[]) =>
      inTurn(async () => {
        await lockNow('vault.lock')
        const before = view.findFolder()
        await creation.finish(answers, {
          async fill(draft) {
            view.use(draft.folder)
            const notes = [note('vault.create', draft.owner.uid)]
            const entry = { ...draft, user: draft.owner, nextKeys: null, create: true, notes }
            open = await enterBook(services, { ...entry, isRecovery: false })
          },
          async undo() {
            const wasOpen = open !== null
            await lockNow(null)
            view.use(before)
            // The lock wipes the draft's keys, so the draft is of no use any more.
            if (wasOpen) creation.cancel()
          },
        })
        preferences.update({ bookFolder: view.folder() })
        view.clear()
        return view.state()
      }),
    openFolder: (next: string) =>
      inTurn(async () => {
        await lockNow('vault.lock')
        view.select(next)
        return view.state()
      }),
    /** The data process died: the book counts as locked, its keys are wiped here too. */
    forget(): void {
      if (!open) return
      wipeVaultKeys(open.keys)
      open.release()
      open = null
    },
    /** Lends the vault's own keys for one piece of work in turn with everything else; it may put others in their place. */
    withVault: <T>(work: (vault: OpenVault, replace: (next: OpenVault) => void) => Promise<T>) =>
      inTurn(() => work(opened(), (next) => void (open = next))),
    /** Lends a derived key for one piece of work and wipes it afterwards. */
    async withKey<T>(purpose: KeyPurpose, work: (key: Buffer) => Promise<T>): Promise<T> {
      const { keys, header } = opened()
      const key = deriveKey(keys, header.vaultId, purpose)
      try {
        return await work(key)
      } finally {
        wipe(key)
      }
    },
  }
}

export type VaultService = ReturnType<typeof createVaultService>

function wipeBoth({ keys, nextKeys }: Pick<Unlocked, 'keys' | 'nextKeys'>): void {
  wipeVaultKeys(keys)
  if (nextKeys) wipeVaultKeys(nextKeys)
}

function note(route: string, userUid: string) {
  return { route, at: Date.now(), userUid, subject: null }
}
