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
  fields: FieldCipher
}

export type CommandContext = {
  write: WriteHandle
  session: DataSession
  clock: Clock
  newUid: () => string
  fields: FieldCipher
  /** Row id of the running command, for tables that point at it. */
  commandId: number
}
