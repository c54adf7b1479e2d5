import { AppError } from '@shared/core/errors'
import type { Role } from '@shared/core/permissions'
import type { UserAccount } from '@shared/features/users/users.schema'
import { randomUUID } from 'node:crypto'
import * as accounts from '../vault/accounts'
import { changeOwnPassword, resetPassword } from '../vault/account-passwords'
import type { VaultHeader } from '../vault/header'
import { findPasswordSlot, listUsers } from '../vault/unwrap'
import type { VaultServices } from './vault-context'
import type { VaultService } from './vault-service'
import { assertGoodPassword } from './unlocking'

type Services = Pick<VaultServices, 'data' | 'deviceKeys' | 'calibrateKdf'> & {
  vault: VaultService
}
type NewUser = { name: string; role: Role; password: string }
type Change = Parameters<VaultService['edit']>[0]

/**
 * The people of the open book (R083–R086): every change is a new header, told to the database and written into the audit
 * trail, which names the person by uid.
 */
export function createAccounts({ vault, data, deviceKeys, calibrateKdf }: Services) {
  async function change(route: string, uid: string, work: Change, detail = '') {
    await vault.edit(work)
    await vault.record(route, `user:${uid}${detail}`)
    return { uid }
  }

  function slotOf(header: VaultHeader, uid: string) {
    const slot = findPasswordSlot(header, uid)
    if (!slot) throw new AppError('users.not-found')
    return slot
  }

  function forgetDevice(uid: string): void {
    deviceKeys.forget(vault.header().vaultId, uid)
  }

  return {
    async list(): Promise<UserAccount[]> {
      const facts = new Map((await data.call('users.listFacts', null)).map((f) => [f.uid, f]))
      return listUsers(vault.header()).map((slot) => {
        const { userUid, name, role, status, passwordChangedAt } = slot
        const { customers = 0, lastUnlockAt = null } = facts.get(userUid) ?? {}
        return { uid: userUid, name, role, status, passwordChangedAt, customers, lastUnlockAt }
      })
    },
    async create({ name, role, password }: NewUser): Promise<{ uid: string }> {
      assertGoodPassword(password, [name, vault.header().bookName])
      const uid = randomUUID()
      const cost = await calibrateKdf()
      const input = { uid, name, role, password, cost, now: Date.now() }
      return change('users.create', uid, (h, k) => accounts.addUser(h, k, input))
    },
    rename: (uid: string, name: string) =>
      change('users.rename', uid, (h, k) =>
        accounts.renameUser(h, k, { uid, name, now: Date.now() }),
      ),
    setRole: (uid: string, role: Role) =>
      change(
        'users.setRole',
        uid,
        (h, k) => accounts.setUserRole(h, k, { uid, role, now: Date.now() }),
        ` ${role}`,
      ),
    async disable(uid: string) {
      const done = await change('users.disable', uid, (h, k) =>
        accounts.disableUser(h, k, { uid, now: Date.now() }),
      )
      forgetDevice(uid)
      return done
    },
    enable: (uid: string) =>
      change('users.enable', uid, (h, k) => accounts.enableUser(h, k, { uid, now: Date.now() })),
    /** Customers go over first: a crash in between leaves a person without customers, never customers without a person. */
    async remove(uid: string, transferTo: string | null) {
      const slot = slotOf(vault.header(), uid)
      if (transferTo !== null) slotOf(vault.header(), transferTo)
      const input = { uid: slot.userUid, now: Date.now() }
      // Refused before anything is handed over.
      accounts.assertRemovable(vault.header(), uid)
      await data.call('users.handOver', { fromUid: uid, toUid: transferTo })
      const done = await change('users.remove', uid, (h, k) => accounts.removeUser(h, k, input))
      forgetDevice(uid)
      return done
    },
    async resetPassword(uid: string, password: string) {
      assertGoodPassword(password, [slotOf(vault.header(), uid).name, vault.header().bookName])
      const input = { uid, password, cost: await calibrateKdf(), now: Date.now() }
      const done = await change('users.resetPassword', uid, (h, k) => resetPassword(h, k, input))
      forgetDevice(uid)
      return done
    },
    /** One's own password. @throws AppError `vault.wrong-password`, `vault.same-password`, `vault.too-many-tries` */
    async changePassword(password: string, newPassword: string): Promise<void> {
      const { uid, name } = vault.user()
      assertGoodPassword(newPassword, [name, vault.header().bookName])
      await vault.checkPassword(password)
      const input = { uid, password, newPassword, cost: await calibrateKdf(), now: Date.now() }
      await change('users.changePassword', uid, (h, k) => changeOwnPassword(h, k, input))
    },
  }
}

export type Accounts = ReturnType<typeof createAccounts>
