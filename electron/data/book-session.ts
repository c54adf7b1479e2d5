import { type Book, openBook } from '@db/open'
import { ensureUser } from '@db/repositories/users'
import { runCommand } from '@db/transaction'
import { systemClock } from '@shared/core/clock'
import type { ContractShape, Route } from '@shared/core/contract'
import { AppError } from '@shared/core/errors'
import { contract } from '@shared/contract'
import { v7 as uuidv7 } from 'uuid'
import type { CommandContext, DataSession, FieldCipher } from '../ipc/context'
import { dataHandlers } from '../ipc/handlers'
import { createRouter } from '../ipc/router'
import { createFieldCipher } from '../vault/field-cipher'
import { wipe } from '../vault/keys'
import type { DataOperations } from './operations'

type OpenBook = {
  book: Book
  session: DataSession
  fields: FieldCipher
  auditKey: Buffer
  fieldKey: Buffer
}

const dataContract = Object.fromEntries(
  Object.entries(contract).filter(([, route]) => route.home === 'data'),
) as ContractShape

type AnyHandler = (context: unknown, input: unknown) => unknown

/** The one open book of the data process: its connection, its keys and the person who is signed in. */
export function createBookSession(options: { checkOutput: boolean }) {
  let open: OpenBook | null = null

  function current(): OpenBook {
    if (!open) throw new AppError('core.locked', 'no book is open')
    return open
  }

  /** Runs work under one command: journal, audit entry and all, or nothing. */
  function command<T>(
    route: string,
    undoable: boolean,
    work: (context: CommandContext) => T,
  ): { commandId: number; result: T } {
    const { book, session, fields, auditKey } = current()
    let id = 0
    const common = { session, clock: systemClock, newUid: () => uuidv7() }
    const result = runCommand(
      book,
      { route, undoable, auditKey, ...common },
      (write, commandId) => {
        id = commandId
        return work({ write, commandId, fields, ...common })
      },
    )
    return { commandId: id, result }
  }

  function run(name: string, route: Route, input: unknown): unknown {
    const handler = (dataHandlers as Record<string, AnyHandler>)[name]
    if (!handler) throw new AppError('core.unknown-route', 'route without handler')
    if (route.kind === 'command')
      return command(name, route.undoable, (context) => handler(context, input)).result
    const { book, session, fields } = current()
    return handler({ read: book.read, session, clock: systemClock, fields }, input)
  }

  const router = createRouter<DataSession>({
    contract: dataContract,
    run,
    checkOutput: options.checkOutput,
  })

  function close(): void {
    if (!open) return
    open.book.close()
    wipe(open.auditKey, open.fieldKey)
    open = null
  }

  return {
    current,
    command,
    close,
    open(payload: DataOperations['open']['payload']): void {
      close()
      const book = openBook({
        path: payload.path,
        key: Buffer.from(
          payload.pageKey.buffer,
          payload.pageKey.byteOffset,
          payload.pageKey.length,
        ),
        mode: payload.create ? 'create' : 'open',
      })
      const fieldKey = Buffer.from(payload.fieldKey)
      const auditKey = Buffer.from(payload.auditKey)
      wipe(Buffer.from(payload.fieldKey.buffer), Buffer.from(payload.auditKey.buffer))
      const userId = ensureUser(book, { ...payload.user, now: systemClock() })
      const session = {
        userId,
        userUid: payload.user.uid,
        name: payload.user.name,
        role: payload.user.role,
      }
      open = { book, session, fieldKey, auditKey, fields: createFieldCipher(fieldKey) }
    },
    /** Answers a route with its envelope as JSON text. */
    async request(route: string, input: unknown): Promise<string> {
      return JSON.stringify(await router(route, input, open?.session ?? null))
    },
  }
}

export type BookSession = ReturnType<typeof createBookSession>
