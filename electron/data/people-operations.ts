import { applyConsequences } from '@db/consequences/consequences'
import { handOverCustomers } from '@db/repositories/customer-ownership'
import { findUserId, listUserFacts, syncUsers } from '@db/repositories/users'
import { systemClock } from '@shared/core/clock'
import { AppError } from '@shared/core/errors'
import type { OperationHandlers } from '../ipc/link'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

type PeopleOperation = 'users.sync' | 'users.listFacts' | 'users.handOver'

/** What main asks about the people of the book; who they are is for the vault's header to say. */
export function peopleOperations(
  session: BookSession,
): Pick<OperationHandlers<DataOperations, RowPort>, PeopleOperation> {
  return {
    'users.sync'({ users }) {
      syncUsers(session.current().book, users, systemClock())
      return null
    },
    'users.listFacts': () => listUserFacts(session.current().book.read),
    'users.handOver'({ fromUid, toUid }) {
      const { read } = session.current().book
      const idOf = (uid: string) => {
        const id = findUserId(read, uid)
        if (id === null) throw new AppError('users.not-found')
        return id
      }
      const input = { fromId: idOf(fromUid), toId: toUid === null ? null : idOf(toUid) }
      return session.command('users.handOver', false, (context) => {
        const changed = handOverCustomers(context, input)
        applyConsequences(context)
        return { changed }
      }).result
    },
  }
}
