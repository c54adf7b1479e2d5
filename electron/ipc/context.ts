import type { ReadHandle, WriteHandle } from '@db/handles'
import type { Clock } from '@shared/core/clock'
import type { Role } from '@shared/core/permissions'

/** Who is calling: from main's state, never from a payload. `userId` is the row in this book. */
export type DataSession = { userId: number; userUid: string; name: string; role: Role }

/** Encrypts single values under the second key (R015, R089). `owner` binds a value to its row, so that two rows cannot swap it. */
export type FieldCipher = {
  encrypt(plain: string, owner: string): string
  decrypt(sealed: string, owner: string): string
}

export type QueryContext = {
  read: ReadHandle
  session: DataSession
  clock: Clock
  /** Null for roles whose slot does not hold the second key. */
  fields: FieldCipher | null
}

/** For quiet commands: what a person keeps for themselves, without journal and audit entry. */
export type QuietContext = Omit<QueryContext, 'read'> & { write: WriteHandle }

export type CommandContext = QuietContext & {
  newUid: () => string
  /** Row id of the running command, for tables that point at it. */
  commandId: number
}
