import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyConsequences } from '@db/consequences/consequences'
import type { Book, WriteHandle } from '@db/handles'
import { openBook } from '@db/open'
import { findUserId, type KnownUser, syncUsers } from '@db/repositories/users'
import { runCommand } from '@db/transaction'
import type { Route } from '@shared/core/contract'
import { contract, type RouteInput, type RouteNameAt, type RouteOutput } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import { holdsFieldKey, isAllowed, type Role } from '@shared/core/permissions'
import type {
  CommandContext,
  DataSession,
  QueryContext,
  QuietContext,
} from '../../electron/ipc/context'
import { dataHandlers } from '../../electron/ipc/handlers'
import { createFieldCipher } from '../../electron/vault/field-cipher'

export type AnyContext = QueryContext | QuietContext | CommandContext
type AnyHandler = (context: AnyContext, input: unknown) => unknown
export type Handlers = Record<string, AnyHandler>
type DataRoute = RouteNameAt<'data'>

/** 2024-05-15 10:30 local: the moment of the sources' examples. */
export const firstMoment = new Date(2024, 4, 15, 10, 30).getTime()

/**
 * A real encrypted book in a folder of its own, driven by routes as the data process drives it: input and output are parsed.
 * The clock stands still until `passTime`.
 */
export function createTestBook({ key = randomBytes(32) }: { key?: Buffer } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-test-'))
  const path = join(folder, 'book.db')
  const auditKey = randomBytes(32)
  const fieldKey = randomBytes(32)
  const fields = createFieldCipher(fieldKey)
  let now = firstMoment
  let uids = 0
  let book: Book = openBook({ path, key: Buffer.from(key), mode: 'create' })
  const clock = () => now
  const newUid = () => `00000000-0000-7000-8000-${String((uids += 1)).padStart(12, '0')}`

  const people: KnownUser[] = []

  /** A person of the book, who from then on is there for everybody. */
  function signIn(name: string, role: Role): DataSession {
    const userUid = newUid()
    people.push({ uid: userUid, name, role, status: 'active' })
    syncUsers(book, people, now)
    return { userId: findUserId(book.read, userUid) ?? 0, userUid, name, role }
  }

  const owner = signIn('示例店主', 'owner')
  const cipherOf = ({ role }: DataSession) => (holdsFieldKey(role) ? fields : null)

  function command<T>(
    options: { route: string; undoable: boolean; session?: DataSession },
    work: (context: CommandContext) => T,
  ): T {
    const { session = owner, ...rest } = options
    const common = { session, clock, newUid }
    return runCommand(book, { ...rest, ...common, auditKey }, (write, commandId) =>
      work({ write, commandId, fields: cipherOf(session), ...common }),
    )
  }

  /** What the data process does with a parsed input of a caller who may use the route; with other handlers for controls. */
  function perform(
    name: string,
    route: Route,
    input: unknown,
    session: DataSession,
    handlers: Handlers = dataHandlers as unknown as Handlers,
  ): unknown {
    const handler = handlers[name]
    if (!handler) throw new AppError('core.unknown-route')
    const common = { session, clock, fields: cipherOf(session) }
    if (route.kind === 'query') return handler({ read: book.read, ...common }, input)
    if (route.quiet) {
      const write = book.read as WriteHandle
      return book.raw.transaction(() => handler({ write, ...common }, input)).immediate()
    }
    return command({ route: name, undoable: route.undoable, session }, (context) => {
      const result = handler(context, input)
      if (!name.startsWith('history.')) applyConsequences(context)
      return result
    })
  }

  function run<R extends DataRoute>(
    name: R,
    input: RouteInput<R>,
    session: DataSession = owner,
  ): RouteOutput<R> {
    const route = contract[name]
    if (!isAllowed(session.role, route.permission)) throw new AppError('core.forbidden')
    return route.output.parse(
      perform(name, route, route.input.parse(input), session),
    ) as RouteOutput<R>
  }

  return {
    ...{ path, key, auditKey, fieldKey, fields, owner, signIn, command, perform, run, clock },
    get book() {
      return book
    },
    /** Moves the clock on by some milliseconds. */
    passTime(milliseconds: number) {
      now += milliseconds
    },
    /** Closes the file and opens it again, as after a restart. */
    restart() {
      book.close()
      book = openBook({ path, key: Buffer.from(key), mode: 'open' })
    },
    dispose() {
      book.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestBook = ReturnType<typeof createTestBook>
