import type { VaultHeader } from './header'
import { type At, withSlots } from './header-change'
import type { KdfCost } from './kdf'
import type { VaultKeys } from './keys'
import { parseRecoveryKey } from './recovery-key'
import { createRecoverySlot } from './slots'

/**
 * A new recovery key in place of the old one, which opens this header no more. Kept copies of older headers it still opens: write
 * with `writeHeader`.
 * @throws AppError `core.forbidden` without the field key, `vault.recovery-key-typo`
 */
export async function reissueRecovery(
  header: VaultHeader,
  keys: VaultKeys,
  { recoveryKey, cost, now }: { recoveryKey: string; cost: KdfCost } & At,
): Promise<VaultHeader> {
  const key = parseRecoveryKey(recoveryKey)
  const slot = await createRecoverySlot(header.vaultId, now, key, cost, keys)
  const others = header.slots.filter(({ kind }) => kind !== 'recovery')
  return withSlots(header, keys, { now }, [...others, slot])
}

/** Notes that somebody showed the recovery key. */
export function noteRecoveryProven(header: VaultHeader, keys: VaultKeys, { now }: At): VaultHeader {
  const slots = header.slots.map((slot) =>
    slot.kind === 'recovery' ? { ...slot, provenAt: now } : slot,
  )
  return withSlots(header, keys, { now }, slots)
}
