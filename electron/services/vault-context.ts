import type { VaultUser } from '@shared/features/vault/vault.schema'
import type { Role } from '@shared/core/permissions'
import type { VaultHeader } from '../vault/header'
import type { KdfCost } from '../vault/kdf'
import type { VaultKeys } from '../vault/keys'
import type { BallastDisk } from './ballast'
import type { BookCondition } from './book-condition'
import type { DataLink } from './data-link'
import type { DeviceKeys } from './device-keys'
import type { PreferencesStore } from './preferences-store'
import type { UnlockGuard } from './unlock-guard'

/** A book that is open: its keys are in memory only as long as this object is. */
export type OpenVault = {
  keys: VaultKeys
  header: VaultHeader
  user: VaultUser
  /** The role that the owner looks at the program as, if any. */
  preview: Role | null
  /** Whether it takes changes, and what was odd when it was opened. */
  condition: BookCondition
  /** Gives the claim on the folder back. */
  release: () => void
}

/** A damaged book whose owner is proven. */
export type DamagedBook = {
  folder: string
  header: VaultHeader
  keys: VaultKeys
  nextKeys: VaultKeys | null
  userUid: string
}

/** What the vault works with; tests put their own in place. */
export type VaultServices = {
  data: Pick<DataLink, 'call' | 'end' | 'hold'>
  preferences: Pick<PreferencesStore, 'bookFolder' | 'update'>
  guard: UnlockGuard
  deviceKeys: DeviceKeys
  /** Costs of Argon2id for this computer. */
  calibrateKdf: () => Promise<KdfCost>
  /** Folder of this computer for second copies of headers. */
  secondPlace: string
  /** Before a lock: cancel jobs that hold keys or rows. */
  beforeLock: () => void
  /** A disk of one's own for the ballast, in tests. */
  ballastDisk?: BallastDisk
}
