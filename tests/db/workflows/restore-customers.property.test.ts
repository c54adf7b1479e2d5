import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type RestoreChoice,
  restoreModes,
} from '@shared/features/restores/customer-restores.schema'
import { eraseCustomers } from '@db/workflows/erase-customers'
import { attach, copyOf } from '../../factories/customer-copies'
import { randomCommands } from '../../factories/random-commands'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const uids = () =>
  book.book.raw.prepare<[], string>('SELECT uid FROM customer ORDER BY id').pluck().all()

test(
  'taking anybody back writes whole references, a second time nothing, undone all is byte-equal, and erased ones never come',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[randomCommands, randomCommands, fc.nat(20), fc.constantFrom(...restoreModes)],
        async (before, since, pick, mode) => {
          for (const command of before) command(book)
          book.passTime(1)
          const copy = copyOf(book)
          for (const command of since) command(book)
          book.passTime(1)
          const all = uids()
          const erased = all[pick % (all.length || 1)]
          if (erased !== undefined && pick % 2 === 0) {
            const id = book.book.raw.prepare('SELECT id FROM customer WHERE uid = ?').pluck()
            book.command({ route: 'customers.erase', undoable: false }, (context) =>
              eraseCustomers(context, { ids: [Number(id.get(erased))], reason: 'requested' }),
            )
          }
          await attach(book, copy)
          const { rows } = book.run('customer-restores.list', { limit: 200 })
          const choices = rows
            .filter(({ status }) => status !== 'erased')
            .map(({ uid }): RestoreChoice => ({ uid, mode }))
          if (choices.length === 0) return
          const state = trackedState(book)
          const expected = book.run('customer-restores.preview', { choices })
          expect(book.run('customer-restores.commit', { choices })).toEqual(expected)
          expect(book.book.raw.pragma('foreign_key_check')).toEqual([])
          const again = book.run('customer-restores.preview', { choices })
          expect(Object.values(again).every((value) => value === 0)).toBe(true)
          if (erased !== undefined && pick % 2 === 0) expect(uids()).not.toContain(erased)
          if (trackedState(book) !== state) book.run('history.undo', {})
          expect(trackedState(book)).toBe(state)
        },
      ),
      { numRuns: 30 },
    )
  },
)
