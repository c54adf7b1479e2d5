import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAuditChain } from '@db/audit-chain'
import { randomCommands } from '../../factories/random-commands'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeAll(() => {
  book = createTestBook()
  book.signIn('示例销售', 'sales')
})
afterAll(() => book.dispose())

function undoAll(): number {
  let steps = 0
  for (; book.run('history.getState', {}).undo; steps += 1) book.run('history.undo', {})
  return steps
}

/** What is kept on the customer, computed anew from the timeline. */
function staleDates(): unknown {
  return book.book.raw
    .prepare(
      `SELECT count(*) FROM customer c WHERE
         next_follow_at IS NOT (SELECT min(next_follow_at) FROM follow_up
           WHERE customer_id = c.id AND next_done_at IS NULL)
         OR last_interaction_at IS NOT (SELECT max(at) FROM (
           SELECT occurred_at AS at FROM follow_up WHERE customer_id = c.id AND interaction = 1
           UNION ALL SELECT at FROM behavior WHERE customer_id = c.id AND kind = 'purchase'
           UNION ALL SELECT opened_at FROM service_case WHERE customer_id = c.id
           UNION ALL SELECT responded_at FROM service_case WHERE customer_id = c.id
           UNION ALL SELECT resolved_at FROM service_case WHERE customer_id = c.id
           UNION ALL SELECT done_at FROM task WHERE customer_id = c.id AND status = 'done'
         ) WHERE at <= @now)`,
    )
    .pluck()
    .get({ now: book.clock() })
}

test(
  'any sequence of commands, undone to the end, leaves what was there before, and redone what was there after',
  { timeout: 60_000 },
  async () => {
    const start = trackedState(book)
    fc.assert(
      fc.property(randomCommands, (commands) => {
        for (const command of commands) {
          command(book)
          book.passTime(1)
          expect(staleDates()).toBe(0)
        }
        const end = trackedState(book)
        const steps = undoAll()
        expect(trackedState(book)).toBe(start)
        for (let step = 0; step < steps; step += 1) book.run('history.redo', {})
        expect(trackedState(book)).toBe(end)
        undoAll()
        expect(trackedState(book)).toBe(start)
      }),
      { numRuns: 40 },
    )
    expect(await verifyAuditChain(book.book.read, book.auditKey, null)).toMatchObject({
      result: 'intact',
    })
  },
)
