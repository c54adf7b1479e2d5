import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '@shared/contract'
import { dataHandlers } from '../../../../electron/ipc/handlers'
import { recordBackup } from '@db/repositories/backups'
import { createTestBook, type TestBook } from '../../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

describe('data handlers', () => {
  test('are exactly the data routes of the contract', () => {
    const routes = Object.entries(contract).filter(([, { home }]) => home === 'data')
    expect(Object.keys(dataHandlers).sort()).toEqual(routes.map(([name]) => name).sort())
  })

  test('answer an empty book without an error', () => {
    expect(book.run('customers.list', {})).toEqual({ rows: [], total: 0 })
    expect(book.run('customers.listIds', {})).toEqual({ ids: [] })
    expect(book.run('customers.counts', {})).toMatchObject({ active: 0, archived: 0 })
    expect(book.run('tags.list', {})).toEqual({ tags: [] })
    expect(book.run('history.getState', {})).toEqual({ undo: null, redo: null })
    expect(book.run('imports.list', {})).toEqual({ batches: [] })
    expect(book.run('backups.list', {})).toEqual({ backups: [] })
    expect(book.run('drafts.list', {})).toEqual({ drafts: [] })
    expect(book.run('audit.list', {})).toEqual({ lines: [], hasMore: false })
    expect(book.run('ownership.getSettings', {})).toEqual({ protectionDays: 0, limit: 0 })
  })

  test('never change a row in a query', () => {
    const before = book.book.raw.prepare('SELECT total_changes()').pluck().get()
    book.run('customers.list', { filter: { text: 'a', stages: ['won'], tagIds: [1] } })
    book.run('history.getState', {})
    book.run('customers.counts', {})
    expect(book.book.raw.prepare('SELECT total_changes()').pluck().get()).toBe(before)
  })

  test('list proven backups, newest first', () => {
    for (const day of [1, 2])
      book.command({ route: 'backups.create', undoable: false }, (context) =>
        recordBackup(context, {
          ...{ uid: context.newUid(), fileName: `${day}.kebubak`, folder: '/usb', kind: 'full' },
          ...{ bytes: 10, customers: 0, startedAt: day, provenAt: day + 1 },
        }),
      )
    expect(book.run('backups.list', {}).backups.map(({ fileName }) => fileName)).toEqual([
      '2.kebubak',
      '1.kebubak',
    ])
    expect(book.run('history.getState', {}).undo).toBeNull()
  })
})
