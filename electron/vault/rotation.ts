import { AppError } from '@shared/core/errors'
import { isRotating, signHeader, type VaultHeader, verifyHeader } from './header'
import { type At, nextBody } from './header-change'
import type { VaultKeys } from './keys'
import type { Slot } from './slot-schema'
import { slotHoldsFieldKey, wrapNextKeys } from './slots'

/**
 * First half of a rotation: every slot opens the current and the next keys, so that whichever the database is under after a
 * crash, everybody still gets in.
 * @throws AppError `vault.rotation-failed` when one is under way, `core.forbidden` without the field key
 */
export function startRotation(
  header: VaultHeader,
  keys: VaultKeys,
  { nextKeys, now }: { nextKeys: VaultKeys } & At,
): VaultHeader {
  verifyHeader(header, keys)
  if (isRotating(header)) throw new AppError('vault.rotation-failed', 'a rotation is under way')
  const slots = header.slots.map((slot) =>
    wrapNextKeys(header.vaultId, slot, nextKeys, slotHoldsFieldKey(header.slots, slot)),
  )
  return signHeader(nextBody(header, now, slots), keys, nextKeys)
}

/**
 * Second half: only the next keys remain. Anybody who can open the header can do it, the field key is not needed. Kept copies
 * of older headers hold the old keys: write with `writeHeader`.
 * @throws AppError `vault.rotation-failed` when none is under way, `vault.header-damaged` for keys that no slot holds
 */
export function finishRotation(header: VaultHeader, nextKeys: VaultKeys, { now }: At): VaultHeader {
  assertRotating(header)
  verifyHeader({ ...header, mac: header.nextMac ?? '' }, nextKeys)
  return signHeader(nextBody(header, now, header.slots.map(promoted)), nextKeys)
}

/**
 * Gives a rotation up: only the current keys remain.
 * @throws AppError `vault.rotation-failed` when none is under way
 */
export function cancelRotation(header: VaultHeader, keys: VaultKeys, { now }: At): VaultHeader {
  assertRotating(header)
  verifyHeader(header, keys)
  const slots = header.slots.map((slot) => ({ ...slot, nextWrapped: null }))
  return signHeader(nextBody(header, now, slots), keys)
}

function promoted(slot: Slot): Slot {
  return { ...slot, wrapped: slot.nextWrapped, nextWrapped: null }
}

function assertRotating(header: VaultHeader): void {
  if (!isRotating(header)) throw new AppError('vault.rotation-failed', 'no rotation is under way')
}
