import { AppError } from '@shared/core/errors'
import { bodyOf, isRotating, signHeader, type VaultHeader, verifyHeader } from './header'
import type { VaultKeys } from './keys'
import type { PasswordSlot, Slot } from './slot-schema'
import { activeUsers, findPasswordSlot } from './unwrap'

/** What every change of the header is told: the time, epoch ms. */
export type At = { now: number }

/**
 * A header with other slots, one generation on, signed.
 * @throws AppError `vault.header-damaged` for keys of another header, `vault.rotation-failed` amid a rotation, which has to be
 * finished or cancelled first
 */
export function withSlots(
  header: VaultHeader,
  keys: VaultKeys,
  { now }: At,
  slots: Slot[],
): VaultHeader {
  verifyHeader(header, keys)
  if (isRotating(header)) throw new AppError('vault.rotation-failed', 'a rotation is under way')
  return signHeader(nextBody(header, now, slots), keys)
}

/**
 * The same header at a later generation: after the recovery key opened a book with an older header, what is written next must
 * count as newer than what the book has seen.
 * @throws AppError `vault.header-damaged` for keys of another header
 */
export function raiseGeneration(
  header: VaultHeader,
  keys: VaultKeys,
  atLeast: number,
): VaultHeader {
  verifyHeader(header, keys)
  const generation = Math.max(header.generation, atLeast)
  return signHeader({ ...bodyOf(header), generation }, keys)
}

/** The unsigned part of the generation after this one. */
export function nextBody(header: VaultHeader, now: number, slots: Slot[]) {
  return { ...bodyOf(header), slots, generation: header.generation + 1, writtenAt: now }
}

/** The slots with one user's password slot replaced. */
export function replaceUser(header: VaultHeader, slot: PasswordSlot): Slot[] {
  return header.slots.map((other) =>
    other.kind === 'password' && other.userUid === slot.userUid ? slot : other,
  )
}

/** The slots without the devices of one user. */
export function withoutDevices(slots: Slot[], userUid: string): Slot[] {
  return slots.filter((slot) => slot.kind !== 'device' || slot.userUid !== userUid)
}

/** @throws AppError `users.not-found` */
export function getUser(header: VaultHeader, uid: string): PasswordSlot {
  const slot = findPasswordSlot(header, uid)
  if (!slot) throw new AppError('users.not-found', 'no such user in the header')
  return slot
}

/** @throws AppError `users.last-owner` when nobody else could manage the book without this person */
export function assertOtherOwner(header: VaultHeader, uid: string): void {
  const owners = activeUsers(header).filter(({ role }) => role === 'owner')
  if (owners.length === 1 && owners[0]?.userUid === uid)
    throw new AppError('users.last-owner', 'the last owner who can sign in')
}
