import { findAuditHead, noteMissingEnd, recordEvents } from '@db/audit'
import { findHeaderMark, isRolledBack, noteHeader } from '@db/header-mark'
import { type Book, openBook } from '@db/open'
import { findUserId, noteUnlock, syncUsers } from '@db/repositories/users'
import { runCommand } from '@db/transaction'
import { systemClock } from '@shared/core/clock'
import type { ContractShape, Route } from '@shared/core/contract'
import { AppError } from '@shared/core/errors'
import { holdsFieldKey, type Role } from '@shared/core/permissions'
import { contract } from '@shared/contract'
import { v7 as uuidv7 } from 'uuid'
import type { CommandContext, DataSession, FieldCipher } from '../ipc/context'
import { dataHandlers } from '../ipc/handlers'
import { createRouter } from '../ipc/router'
import { createFieldCipher } from '../vault/field-cipher'
import { wipe } from '../vault/keys'
import type { AuditHead, DataOperations } from './operations'

type OpenBook = {
  book: Book
  session: DataSession
  fields: FieldCipher | null
  auditKey: Buffer
  fieldKey: Buffer | null
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
    const { book, session, fields } = current()
    const common = { session, clock: systemClock, fields }
    if (route.quiet)
      return book.raw.transaction(() => handler({ write: book.read, ...common }, input)).immediate()
    if (route.kind === 'command')
      return command(name, route.undoable, (context) => handler(context, input)).result
    return handler({ read: book.read, ...common }, input)
  }

  const router = createRouter<DataSession>({
    contract: dataContract,
    run,
    checkOutput: options.checkOutput,
  })

  function close(): AuditHead {
    if (!open) return null
    const { book, auditKey, fieldKey } = open
    const head = findAuditHead(book.read)
    book.close()
    wipe(auditKey, ...(fieldKey ? [fieldKey] : []))
    open = null
    return head
  }

  return {
    current,
    command,
    close,
    /**
     * Opens the book for one person, after the people of the header were written into it.
     * @throws AppError as `openBook`; `vault.header-rolled-back` after that was written into the audit trail
     */
    open(payload: DataOperations['open']['payload']): DataOperations['open']['answer'] {
      close()
      const auditKey = Buffer.from(payload.auditKey)
      const fieldKey = payload.fieldKey ? Buffer.from(payload.fieldKey) : null
      const book = openBook({
        path: payload.path,
        key: asBuffer(payload.pageKey),
        mode: payload.create ? 'create' : 'open',
      })
      try {
        return enter(book, payload, auditKey, fieldKey)
      } catch (error) {
        book.close()
        wipe(auditKey, ...(fieldKey ? [fieldKey] : []))
        throw error
      } finally {
        wipe(asBuffer(payload.auditKey), ...(payload.fieldKey ? [asBuffer(payload.fieldKey)] : []))
      }
    },
    /** Judges requests as those of another role: for a look at the program as that role. */
    setRole(role: Role): void {
      const { session, fieldKey } = current()
      const fields = fieldKey && holdsFieldKey(role) ? createFieldCipher(fieldKey) : null
      open = { ...current(), session: { ...session, role }, fields }
    },
    /** Answers a route with its envelope as JSON text. */
    async request(route: string, input: unknown): Promise<string> {
      return JSON.stringify(await router(route, input, open?.session ?? null))
    },
  }

  function enter(
    book: Book,
    { users, userUid, header, notes, auditHead }: DataOperations['open']['payload'],
    auditKey: Buffer,
    fieldKey: Buffer | null,
  ): DataOperations['open']['answer'] {
    const known = findHeaderMark(book)
    const now = systemClock()
    if (isRolledBack(known, header)) {
      const route = 'vault.headerRolledBack'
      recordEvents(book, auditKey, [{ route, at: now, userUid: null, subject: null }])
      throw new AppError('vault.header-rolled-back', 'header is older than the book')
    }
    // One transaction: each would wait for the disk on its own otherwise, and somebody waits for the list.
    const { user, userId } = book.raw
      .transaction(() => {
        syncUsers(book, users, now)
        const found = users.find(({ uid }) => uid === userUid)
        const id = findUserId(book.read, userUid)
        if (!found || id === null) throw new AppError('vault.header-damaged', 'no such user')
        noteHeader(book, header)
        noteUnlock(book, id, now)
        noteMissingEnd(book, auditKey, { head: auditHead, now })
        recordEvents(book, auditKey, notes)
        return { user: found, userId: id }
      })
      .immediate()
    const { name, role } = user
    const session = { userId, userUid, name, role }
    const fields = fieldKey ? createFieldCipher(fieldKey) : null
    open = { book, session, auditKey, fieldKey, fields }
    return {
      auditHead: findAuditHead(book.read),
      headerGeneration: Math.max(known?.generation ?? 0, header.generation),
    }
  }
}

export type BookSession = ReturnType<typeof createBookSession>

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
