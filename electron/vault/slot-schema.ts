import { roles } from '@shared/core/permissions'
import { instant, uid } from '@shared/core/schemas'
import { userStatuses } from '@shared/features/users/users.schema'
import { z } from 'zod'
import { kdfSchema } from './kdf'

/** People in one book. */
export const maxUsers = 150
/** Everybody with a password and a remembered device, and the recovery key. */
const maxSlots = 2 * maxUsers + 1

/** Sealed to the slot's public key; null when the slot opens nothing. */
const wrap = z.base64().max(400).nullable()
const slotBase = {
  id: uid,
  /** X25519, 32 bytes. Whoever holds the vault's keys can give them to the slot without its secret. */
  publicKey: z.base64().length(44),
  /** The private key, under the key that is derived from the secret. */
  sealedPrivate: z.base64().max(400),
  wrapped: wrap,
  /** The keys after the rotation that is under way. */
  nextWrapped: wrap,
}
const passwordSlot = z.strictObject({
  ...slotBase,
  kind: z.literal('password'),
  userUid: uid,
  name: z.string().max(50),
  role: z.enum(roles),
  status: z.enum(userStatuses),
  /** What to go back to when a disabled user is enabled; else null. */
  statusBefore: z.enum(['active', 'pending']).nullable(),
  passwordChangedAt: instant,
  kdf: kdfSchema,
})
const recoverySlot = z.strictObject({
  ...slotBase,
  kind: z.literal('recovery'),
  createdAt: instant,
  /** When somebody last showed that the recovery key is at hand. */
  provenAt: instant,
  kdf: kdfSchema,
})
const deviceSlot = z.strictObject({
  ...slotBase,
  kind: z.literal('device'),
  userUid: uid,
  createdAt: instant,
})
const slotSchema = z.discriminatedUnion('kind', [passwordSlot, recoverySlot, deviceSlot])

export type PasswordSlot = z.output<typeof passwordSlot>
export type RecoverySlot = z.output<typeof recoverySlot>
export type DeviceSlot = z.output<typeof deviceSlot>
/** One way to open the vault. */
export type Slot = z.output<typeof slotSchema>

/** The slots of a header: one recovery slot, one password slot a user, at most one device slot for each of them. */
export const slotsSchema = z.array(slotSchema).min(2).max(maxSlots).refine(fitTogether)

function fitTogether(slots: Slot[]): boolean {
  const users = slots.filter((slot) => slot.kind === 'password')
  const devices = slots.filter((slot) => slot.kind === 'device')
  const enabled = users.filter(isEnabled)
  const known = new Set(enabled.map(({ userUid }) => userUid))
  return (
    slots.length - users.length - devices.length === 1 &&
    users.length <= maxUsers &&
    isUnique(slots.map(({ id }) => id)) &&
    isUnique(users.map(({ userUid }) => userUid)) &&
    isUnique(devices.map(({ userUid }) => userUid)) &&
    devices.every(({ userUid }) => known.has(userUid)) &&
    enabled.some(({ role }) => role === 'owner') &&
    slots.every((slot) => (slot.wrapped !== null) === isEnabled(slot)) &&
    rotatesAsOne(slots)
  )
}

/** All slots that open anything hold the next keys, or none does. */
function rotatesAsOne(slots: Slot[]): boolean {
  const opening = slots.filter(isEnabled)
  const rotating = slots.filter(({ nextWrapped }) => nextWrapped !== null)
  return rotating.length === 0 || (rotating.length === opening.length && rotating.every(isEnabled))
}

function isEnabled(slot: Slot): boolean {
  return slot.kind !== 'password' || slot.status !== 'disabled'
}

function isUnique(values: string[]): boolean {
  return new Set(values).size === values.length
}
