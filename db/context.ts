import type { Clock } from '@shared/core/clock'
import type { Role } from '@shared/core/permissions'
import type { FieldCipher } from './field-cipher'
import type { ReadHandle, WriteHandle } from './handles'

/** What a repository needs for reading values that are sealed. */
export type ReadContext = { read: ReadHandle; fields: FieldCipher }

/** What a repository or workflow needs for writing under the running command. */
export type WriteContext = {
  write: WriteHandle
  session: { userId: number; role: Role }
  clock: Clock
  newUid: () => string
  fields: FieldCipher
  commandId: number
}
