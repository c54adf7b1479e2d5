import { AppError } from '@shared/core/errors'
import { checkNewPassword } from '@shared/core/password-strength'
import type { VaultUser } from '@shared/features/vault/vault.schema'
import type { AuditNote } from '../data/operations'
import { changeOwnPassword, setPasswordByRecovery } from '../vault/account-passwords'
import type { VaultHeader } from '../vault/header'
import { type VaultKeys, wipeVaultKeys } from '../vault/keys'
import { findPasswordSlot, type Secret, unwrapAll, unwrapWithDevice } from '../vault/unwrap'
import type { VaultServices } from './vault-context'
import { sessionUser } from './vault-people'

/** Keys and person of a secret that was right, and what to write once the book is open. */
export type Unlocked = {
  keys: VaultKeys
  nextKeys: VaultKeys | null
  user: VaultUser
  isRecovery: boolean
  notes: AuditNote[]
  after: ((header: VaultHeader, keys: VaultKeys) => Promise<VaultHeader>) | null
}

type Services = Pick<VaultServices, 'guard' | 'deviceKeys' | 'calibrateKdf'>

/** The ways in: a password under the guard against guessing, the key of this computer, the recovery key. */
export function createUnlocking({ guard, deviceKeys, calibrateKdf }: Services) {
  /** Counts wrong passwords; the recovery key has 150 random bits and needs no such help. */
  async function unwrapGuarded(header: VaultHeader, userUid: string, password: string) {
    guard.check(header.vaultId)
    try {
      return await unwrapAll(header, { userUid, secret: password })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'vault.wrong-password') throw error
      const seconds = guard.miss(header.vaultId, userUid)
      throw new AppError(error.code, error.message, { seconds })
    }
  }

  function refusedNotes(header: VaultHeader): AuditNote[] {
    const route = 'vault.unlockRefused'
    return guard.hit(header.vaultId).map((refused) => ({ route, ...refused, subject: null }))
  }

  async function byPassword(
    header: VaultHeader,
    userUid: string,
    password: string,
    newPassword: string | undefined,
  ): Promise<Unlocked> {
    const opened = await unwrapGuarded(header, userUid, password)
    try {
      const user = sessionUser(header, userUid)
      const isPending = findPasswordSlot(header, userUid)?.status === 'pending'
      if (isPending && newPassword === undefined)
        throw new AppError('vault.must-change-password', 'password was given by the owner')
      if (newPassword !== undefined) assertGoodPassword(newPassword, [user.name, header.bookName])
      const after =
        isPending && newPassword !== undefined
          ? async (now: VaultHeader, keys: VaultKeys) =>
              changeOwnPassword(now, keys, {
                ...{ uid: userUid, password, newPassword },
                ...{ cost: await calibrateKdf(), now: Date.now() },
              })
          : null
      const notes = [...refusedNotes(header), noteOf('vault.unlock', userUid)]
      return { ...opened, user, isRecovery: false, notes, after }
    } catch (error) {
      wipeBoth(opened)
      throw error
    }
  }

  async function byRecoveryKey(
    header: VaultHeader,
    recoveryKey: string,
    newPassword: string,
  ): Promise<Unlocked> {
    const user = sessionUser(header, null)
    assertGoodPassword(newPassword, [user.name, header.bookName])
    const opened = await unwrapAll(header, { userUid: null, secret: recoveryKey })
    const notes = [...refusedNotes(header), noteOf('vault.unlockWithRecoveryKey', user.uid)]
    const after = async (now: VaultHeader, keys: VaultKeys) =>
      setPasswordByRecovery(now, keys, {
        ...{ uid: user.uid, newPassword },
        ...{ cost: await calibrateKdf(), now: Date.now() },
      })
    return { ...opened, user, isRecovery: true, notes, after }
  }

  return {
    byPassword,
    byRecoveryKey,
    /** The key that the OS keeps for this person; the guard counts passwords only. */
    byDevice(header: VaultHeader, userUid: string): Promise<Unlocked> {
      const secret = deviceKeys.read(header.vaultId, userUid)
      try {
        const opened = unwrapWithDevice(header, userUid, secret)
        const user = sessionUser(header, userUid)
        const notes = [noteOf('vault.unlockWithDevice', userUid)]
        return Promise.resolve({ ...opened, user, isRecovery: false, notes, after: null })
      } finally {
        secret.fill(0)
      }
    },
    /** After a restore: the secret was proven on the backup a moment ago. */
    async bySecret(header: VaultHeader, secret: Secret): Promise<Unlocked> {
      const opened = await unwrapAll(header, secret)
      const user = sessionUser(header, secret.userUid)
      const isRecovery = secret.userUid === null
      return { ...opened, user, isRecovery, notes: [noteOf('vault.unlock', user.uid)], after: null }
    },
    /** @throws AppError `vault.wrong-password`, `vault.too-many-tries` */
    async prove(header: VaultHeader, userUid: string, password: string): Promise<void> {
      wipeBoth(await unwrapGuarded(header, userUid, password))
    },
  }
}

/** @throws AppError `core.invalid-input` for a password with the person's or the business's name in it, and the like */
export function assertGoodPassword(password: string, personal: readonly string[]): void {
  const problem = checkNewPassword(password, personal)
  if (problem)
    throw new AppError('core.invalid-input', 'password refused', {
      issues: [`newPassword:${problem}`],
    })
}

function wipeBoth({ keys, nextKeys }: { keys: VaultKeys; nextKeys: VaultKeys | null }): void {
  wipeVaultKeys(keys)
  if (nextKeys) wipeVaultKeys(nextKeys)
}

function noteOf(route: string, userUid: string): AuditNote {
  return { route, at: Date.now(), userUid, subject: null }
}
