import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { openBook } from '@db/open'
import { ensureUser } from '@db/repositories/users'
import { runCommand } from '@db/transaction'
import { contract, type RouteInput, type RouteNameAt, type RouteOutput } from '@shared/contract'
import type { Role } from '@shared/core/permissions'
import type { CommandContext, DataSession, QueryContext } from '../../electron/ipc/context'
import { dataHandlers } from '../../electron/ipc/handlers'
import { createFieldCipher } from '../../electron/vault/field-cipher'

type AnyHandler = (context: QueryContext | CommandContext, input: unknown) => unknown
type DataRoute = RouteNameAt<'data'>

/** 2024-05-15 10:30 local: the moment of the sources' examples. */
export const firstMoment = new Date(2024, 4, 15, 10, 30).getTime()

/**
 * A real encrypted book in a folder of its own, driven by routes as the data process drives it: input and output are parsed.
 * The clock stands still until `passTime`.
 */
export function createTestBook() {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-test-'))
  const path = join(folder, 'book.db')
  const key = randomBytes(32)
  const auditKey = randomBytes(32)
  const fields = createFieldCipher(randomBytes(32))
  let now = firstMoment
  let uids = 0
  let book: Book = openBook({ path, key: Buffer.from(key), mode: 'create' })
  const clock = () => now
  const newUid = () => `00000000-0000-7000-8000-${String((uids += 1)).padStart(12, '0')}`

  function signIn(name: string, role: Role): DataSession {
    const userUid = newUid()
    return { userId: ensureUser(book, { uid: userUid, name, role, now }), userUid, name, role }
  }

  const owner = signIn('示例店主', 'owner')

  function command<T>(
    options: { route: string; undoable: boolean; session?: DataSession },
    work: (context: CommandContext) => T,
  ): T {
    const { session = owner, ...rest } = options
    const common = { session, clock, newUid }
    return runCommand(book, { ...rest, ...common, auditKey }, (write, commandId) =>
      work({ write, commandId, fields, ...common }),
    )
  }

  function run<R extends DataRoute>(
    name: R,
    input: RouteInput<R>,
    session: DataSession = owner,
  ): RouteOutput<R> {
    const route = contract[name]
    const parsed: unknown = route.input.parse(input)
    const handler = dataHandlers[name] as unknown as AnyHandler
    const output =
      route.kind === 'query'
        ? handler({ read: book.read, session, clock, fields }, parsed)
        : command({ route: name, undoable: route.undoable, session }, (context) =>
            handler(context, parsed),
          )
    return route.output.parse(output) as RouteOutput<R>
  }

  return {
    ...{ path, key, auditKey, fields, owner, signIn, command, run, clock },
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
