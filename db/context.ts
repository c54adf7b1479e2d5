import type { Clock } from '@shared/core/clock'
import type { Role } from '@shared/core/permissions'
import type { FieldCipher } from './field-cipher'
import type { ReadHandle, WriteHandle } from './handles'

/** Who asks: decides which rows and fields there are (see `access.ts`). */
export type Caller = { userId: number; role: Role }

/** What a repository needs for reading. `fields` is null for roles without the second key. */
export type ReadContext = {
  read: ReadHandle
  session: Caller
  clock: Clock
  fields: FieldCipher | null
}

/** What a repository needs for writing what leaves no journal: drafts. */
export type QuietContext = Omit<ReadContext, 'read'> & { write: WriteHandle }

/** What a repository or workflow needs for writing under the running command. */
export type WriteContext = QuietContext & { newUid: () => string; commandId: number }
