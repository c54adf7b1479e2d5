import { AppError } from '@shared/core/errors'
import type { WriteContext } from '../context'
import { statement } from '../statements'
import { tasksInReach } from '../task-access'

/**
 * Watches over the reversal of a command about tasks: each of them must be in reach of the person before or after it (R083). Whose
 * customer a task is about does not decide, since tasks are given across that.
 * @returns the check, to be called when the changes are reversed
 * @throws AppError core.forbidden, from the check
 */
export function createTaskReachCheck(
  { write, session }: WriteContext,
  commandId: number,
): () => void {
  const touched = statement<{ id: number }>(
    write,
    `SELECT DISTINCT row_id AS id FROM change WHERE command_id = ? AND +table_name = 'task'`,
  )
    .all(commandId)
    .map(({ id }) => id)
  const inReach = () =>
    statement<{ id: number }>(
      write,
      `SELECT t.id FROM task t WHERE t.id IN (SELECT value FROM json_each(@ids))
         AND ${tasksInReach(session.role, 'tasks.write')}`,
    )
      .all({ ids: JSON.stringify(touched), me: session.userId })
      .map(({ id }) => id)
  const before = inReach()
  return () => {
    const known = new Set([...before, ...inReach()])
    if (touched.some((id) => !known.has(id)))
      throw new AppError('core.forbidden', 'the command touched tasks out of reach')
  }
}
