import { AppError } from '@shared/core/errors'
import type { Role } from '@shared/core/permissions'
import { foldText } from '@shared/core/text'
import type { VaultHeader } from './header'
import {
  assertOtherOwner,
  type At,
  getUser,
  replaceUser,
  withoutDevices,
  withSlots,
} from './header-change'
import type { KdfCost } from './kdf'
import type { VaultKeys } from './keys'
import { maxUsers, type PasswordSlot, type Slot } from './slot-schema'
import { createPasswordSlot, rewrapSlot, slotHoldsFieldKey } from './slots'
import { findPasswordSlot, listUsers } from './unwrap'

type NewUser = { uid: string; name: string; role: Role; password: string; cost: KdfCost }

/**
 * A further person, with a first password that they have to change (R083).
 * @throws AppError `users.too-many`, `users.name-taken`, `core.forbidden` for a role that holds a key the caller lacks
 */
export async function addUser(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, name, role, password, cost, now }: NewUser & At,
): Promise<VaultHeader> {
  if (listUsers(header).length >= maxUsers) throw new AppError('users.too-many', 'header is full')
  assertNameFree(header, name, uid)
  if (findPasswordSlot(header, uid)) throw new AppError('core.invalid-input', 'user id is taken')
  const facts = { userUid: uid, name, role, passwordChangedAt: now }
  const slot = await createPasswordSlot(
    header.vaultId,
    { ...facts, status: 'pending', statusBefore: null },
    password.normalize('NFC'),
    cost,
    keys,
  )
  return withSlots(header, keys, { now }, [...header.slots, slot])
}

/** @throws AppError `users.not-found`, `users.name-taken` */
export function renameUser(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, name, now }: { uid: string; name: string } & At,
): VaultHeader {
  const user = getUser(header, uid)
  assertNameFree(header, name, uid)
  return withSlots(header, keys, { now }, replaceUser(header, { ...user, name }))
}

/**
 * Another role, with or without the field key, for the person and their devices (R083, R089).
 * @throws AppError `users.not-found`, `users.last-owner`, `core.forbidden` for a role that holds a key the caller lacks
 */
export function setUserRole(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, role, now }: { uid: string; role: Role } & At,
): VaultHeader {
  const user = getUser(header, uid)
  if (role !== 'owner') assertOtherOwner(header, uid)
  const slots = replaceUser(header, { ...user, role })
  return withSlots(header, keys, { now }, rewrapUser(header.vaultId, slots, uid, keys))
}

/**
 * Takes the keys out of a person's slot and the slots of their devices away. The password stays in place for `enableUser`.
 * @throws AppError `users.not-found`, `users.last-owner`
 */
export function disableUser(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, now }: { uid: string } & At,
): VaultHeader {
  const user = getUser(header, uid)
  assertOtherOwner(header, uid)
  const statusBefore = user.status === 'disabled' ? user.statusBefore : user.status
  const disabled: PasswordSlot = { ...user, status: 'disabled', statusBefore, wrapped: null }
  const slots = withoutDevices(replaceUser(header, disabled), uid)
  return withSlots(header, keys, { now }, slots)
}

/**
 * Gives the keys back; the password is the one before. Who had a first password still has to change it.
 * @throws AppError `users.not-found`, `core.forbidden` for a role that holds a key the caller lacks
 */
export function enableUser(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, now }: { uid: string } & At,
): VaultHeader {
  const user = getUser(header, uid)
  const status = user.status === 'disabled' ? (user.statusBefore ?? 'pending') : user.status
  const slots = replaceUser(header, { ...user, status, statusBefore: null })
  return withSlots(header, keys, { now }, rewrapUser(header.vaultId, slots, uid, keys))
}

/**
 * Whether a person may be taken away or disabled, before anything else is done for it.
 * @throws AppError `users.not-found`, `users.last-owner`
 */
export function assertRemovable(header: VaultHeader, uid: string): void {
  getUser(header, uid)
  assertOtherOwner(header, uid)
}

/**
 * Takes a person's slot and the slots of their devices away.
 * @throws AppError `users.not-found`, `users.last-owner`
 */
export function removeUser(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, now }: { uid: string } & At,
): VaultHeader {
  assertRemovable(header, uid)
  const user = getUser(header, uid)
  const slots = withoutDevices(header.slots, uid).filter((slot) => slot !== user)
  return withSlots(header, keys, { now }, slots)
}

function rewrapUser(vaultId: string, slots: Slot[], uid: string, keys: VaultKeys): Slot[] {
  return slots.map((slot) =>
    slot.kind !== 'recovery' && slot.userUid === uid
      ? rewrapSlot(vaultId, slot, keys, slotHoldsFieldKey(slots, slot))
      : slot,
  )
}

function assertNameFree(header: VaultHeader, name: string, uid: string): void {
  const folded = foldText(name)
  const taken = listUsers(header).some(
    (user) => user.userUid !== uid && foldText(user.name) === folded,
  )
  if (taken) throw new AppError('users.name-taken', 'name is taken')
}
