import { findAuditHead, noteMissingEnd, recordEvents } from '@db/audit'
import { applyConsequences } from '@db/consequences/consequences'
import { detachCopy } from '@db/customer-copies/attached-copy'
import { findHeaderMark, isRolledBack, noteHeader } from '@db/header-mark'
import type { WriteHandle } from '@db/handles'
import { findHighWater } from '@db/missing-changes'
import { type Book, openBook } from '@db/open'
import { listDeletions, listUnknownDeletions } from '@db/repositories/deletion-log'
import { findUnlessDamaged } from '@db/salvage-rows'
import { startReminders } from '@db/repositories/reminders'
import { findUserId, noteUnlock, syncUsers } from '@db/repositories/users'
import { runCommand } from '@db/transaction'
import { reapplyDeletions } from '@db/workflows/reapply-deletions'
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
import { createMarkWriter, type MarkWriter } from './high-water'
import { checkAtOpening } from './opening-checks'
import type { AuditHead, DataOperations, Deletion } from './operations'
import { createWriteGate, type WriteGate } from './write-gate'

type OpenBook = {
  book: Book
  session: DataSession
  fields: FieldCipher | null
  auditKey: Buffer
  fieldKey: Buffer | null
  gate: WriteGate
  /** Null for a book that is opened only to look. */
  mark: MarkWriter | null
}

const dataContract = Object.fromEntries(
  Object.entries(contract).filter(([, route]) => route.home === 'data'),
) as ContractShape

/** What these write was whole before; nothing follows from it anew. */
const isReversal = (route: string) => route.startsWith('history.')

type AnyHandler = (context: unknown, input: unknown) => unknown

/** The one open book of the data process: its connection, its keys and the person who is signed in. */
export function createBookSession(options: { checkOutput: boolean }) {
  let open: OpenBook | null = null
  let reapplied = 0

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
    const { book, session, fields, auditKey, gate } = current()
    let id = 0
    const common = { session, clock: systemClock, newUid: () => uuidv7() }
    const result = gate.pass(() =>
      runCommand(book, { route, undoable, auditKey, ...common }, (write, commandId) => {
        id = commandId
        return work({ write, commandId, fields, ...common })
      }),
    )
    noteMark()
    return { commandId: id, result }
  }

  /** Notes outside of the book how far it has got, after a commit. */
  function noteMark(): void {
    const { book, mark } = current()
    const water = mark && findHighWater(book.read, systemClock())
    if (water) mark.write(water)
  }

  function run(name: string, route: Route, input: unknown): unknown {
    const handler = (dataHandlers as Record<string, AnyHandler>)[name]
    if (!handler) throw new AppError('core.unknown-route', 'route without handler')
    const { book, session, fields, gate } = current()
    const common = { session, clock: systemClock, fields }
    if (route.quiet)
      return gate.pass(() =>
        book.raw.transaction(() => handler({ write: book.read, ...common }, input)).immediate(),
      )
    if (route.kind === 'command')
      return command(name, route.undoable, (context) => {
        const result = handler(context, input)
        if (!isReversal(name)) applyConsequences(context)
        return result
      }).result
    return handler({ read: book.read, ...common }, input)
  }

  const router = createRouter<DataSession>({
    contract: dataContract,
    run,
    checkOutput: options.checkOutput,
  })

  /** People whom an older state of the book brought back go before anybody sees a list. */
  function eraseAgain(known: Deletion[]): number {
    const { book } = current()
    if (listUnknownDeletions(book.read, known).length === 0) return 0
    const { result } = command('customers.reapplyDeletions', false, (context) =>
      reapplyDeletions(context, known),
    )
    book.raw.pragma('wal_checkpoint(TRUNCATE)')
    return result
  }

  function close(): AuditHead {
    if (!open) return null
    const { book, auditKey, fieldKey, mark } = open
    // A book that was only looked into has no new end, and its trail may be damaged.
    const head = mark && findAuditHead(book.read)
    detachCopy(book)
    book.close()
    mark?.end()
    wipe(auditKey, ...(fieldKey ? [fieldKey] : []))
    open = null
    return head
  }

  return {
    current,
    command,
    close,
    noteMark,
    /** From here on commands are refused, since the disk is full. */
    pause: () => current().gate.shutAsFull(),
    /** Takes commands again. @throws the error of a first write that does not go well either */
    resume(): void {
      const { gate, book } = current()
      gate.reopen(book)
    },
    /** How many erased customers had come back and went again when this book was opened. */
    reapplied: () => reapplied,
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
        readonly: payload.readonly ?? false,
      })
      try {
        return payload.readonly
          ? look(book, payload, auditKey, fieldKey)
          : enter(book, payload, auditKey, fieldKey)
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
    { users, userUid, header, notes, auditHead, deletions = [] }: DataOperations['open']['payload'],
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
    const checks = checkAtOpening(book, { auditHead, now })
    // One transaction: each would wait for the disk on its own otherwise, and somebody waits for the list.
    const { user, userId } = book.raw
      .transaction(() => {
        syncUsers(book, users, now)
        const found = users.find(({ uid }) => uid === userUid)
        const id = findUserId(book.read, userUid)
        if (!found || id === null) throw new AppError('vault.header-damaged', 'no such user')
        noteHeader(book, header)
        noteUnlock(book, id, now)
        startReminders({
          write: book.read as WriteHandle,
          session: { userId: id },
          clock: systemClock,
        })
        noteMissingEnd(book, auditKey, { head: checks.knownHead, now })
        recordEvents(book, auditKey, [...checks.notes, ...notes])
        return { user: found, userId: id }
      })
      .immediate()
    const { name, role } = user
    const session = { userId, userUid, name, role }
    const fields = fieldKey ? createFieldCipher(fieldKey) : null
    open = { book, session, auditKey, fieldKey, fields, mark: null, gate: createWriteGate(null) }
    reapplied = eraseAgain(deletions)
    const head = findAuditHead(book.read)
    open.mark = createMarkWriter(book.path, [auditHead, head])
    noteMark()
    return {
      deletions: listDeletions(book.read),
      auditHead: head,
      headerGeneration: Math.max(known?.generation ?? 0, header.generation),
      findings: checks.findings,
    }
  }

  /** Opens without a write: the people are those whom the book knows already. */
  function look(
    book: Book,
    { users, userUid, header }: DataOperations['open']['payload'],
    auditKey: Buffer,
    fieldKey: Buffer | null,
  ): DataOperations['open']['answer'] {
    // Looking is for damaged books too: what stands on a page that cannot be read is not known.
    const known = findUnlessDamaged(() => findHeaderMark(book))
    if (isRolledBack(known, header)) throw new AppError('vault.header-rolled-back')
    const user = users.find(({ uid }) => uid === userUid)
    if (!user) throw new AppError('vault.header-damaged', 'no such user')
    const userId = findUnlessDamaged(() => findUserId(book.read, userUid)) ?? 0
    const session = { userId, userUid, name: user.name, role: user.role }
    const fields = fieldKey ? createFieldCipher(fieldKey) : null
    const gate = createWriteGate('by-choice')
    open = { book, session, auditKey, fieldKey, fields, mark: null, gate }
    return {
      deletions: [],
      auditHead: null,
      headerGeneration: Math.max(known?.generation ?? 0, header.generation),
      findings: [],
    }
  }
}

export type BookSession = ReturnType<typeof createBookSession>

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
