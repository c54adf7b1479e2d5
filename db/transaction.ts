import type { Clock } from '@shared/core/clock'
import { appendAudit } from './audit'
import type { Book, WriteHandle } from './handles'
import { statement } from './statements'

export type CommandOptions = {
  route: string
  /** Whether it may stand in the undo list. */
  undoable: boolean
  session: { userId: number }
  clock: Clock
  newUid: () => string
  auditKey: Buffer
}

/**
 * The one way to write: a single synchronous transaction that holds the command row, the work with its journal (by triggers)
 * and the audit entry. Whatever `work` throws rolls all of it back and is thrown on.
 * @param work must be synchronous; a promise is refused, because its writes would come after the commit
 */
export function runCommand<T>(
  book: Book,
  options: CommandOptions,
  work: (write: WriteHandle, commandId: number) => T,
): T {
  const write = book.read as WriteHandle
  return book.raw
    .transaction(() => {
      const commandId = beginCommand(write, options)
      const result = work(write, commandId)
      if (result instanceof Promise) throw new Error('a command must be synchronous')
      endCommand(write, options, commandId)
      return result
    })
    .immediate()
}

function beginCommand(write: WriteHandle, options: CommandOptions): number {
  const { route, undoable, session, clock, newUid } = options
  const { lastInsertRowid } = statement(
    write,
    `INSERT INTO command (uid, route, user_id, at, kind, undoable, changes) VALUES (?, ?, ?, ?, 'do', ?, 0)`,
  ).run(newUid(), route, session.userId, clock(), undoable ? 1 : 0)
  const commandId = Number(lastInsertRowid)
  statement(write, 'UPDATE current_command SET command_id = ?, subject = NULL').run(commandId)
  return commandId
}

type Ended = { at: number; changes: number; subject: string | null }

function endCommand(write: WriteHandle, options: CommandOptions, commandId: number): void {
  const ended = statement<Ended>(
    write,
    `UPDATE command SET changes = (SELECT count(*) FROM change WHERE command_id = command.id) WHERE id = ?
     RETURNING at, changes, (SELECT subject FROM current_command) AS subject`,
  ).get(commandId)
  if (!ended) throw new Error('the running command is gone')
  appendAudit(write, options.auditKey, {
    ...ended,
    commandId,
    userId: options.session.userId,
    route: options.route,
  })
  statement(write, 'UPDATE current_command SET command_id = NULL, subject = NULL').run()
}
