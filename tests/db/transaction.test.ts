import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAuditChain } from '@db/audit-chain'
import { toErrorShape } from '@shared/core/errors'
import { customerForm } from '../factories/customers'
import { createTestBook, type TestBook } from '../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const count = (table: string) =>
  book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
const changes = () =>
  book.book.raw
    .prepare(
      `SELECT command_id, table_name, row_id, operation, before, after FROM change ORDER BY id`,
    )
    .raw()
    .all()

describe('a command', () => {
  test('leaves nothing at all when its work throws', () => {
    expect(() =>
      book.command({ route: 'customers.create', undoable: true }, ({ write }) => {
        write.raw.exec(`INSERT INTO tag (uid, code, type, name, name_folded, created_at)
          VALUES ('u', 'T1', 'need', 'a', 'a', 1)`)
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(['tag', 'command', 'change', 'audit_event'].map(count)).toEqual([0, 0, 0, 0])
  })

  test('that finds the disk full leaves nothing, says so by name, and the next one works', () => {
    const { raw } = book.book
    const pages = Number(raw.pragma('page_count', { simple: true }))
    // SQLite answers its own limit exactly as a full disk: SQLITE_FULL at the page that does not fit.
    raw.pragma(`max_page_count = ${pages + 2}`)
    let thrown: unknown
    try {
      book.run('customers.create', customerForm({ notes: '长'.repeat(19_000) }))
    } catch (error) {
      thrown = error
    }
    expect(toErrorShape(thrown)).toMatchObject({ code: 'core.disk-full' })
    expect(['customer', 'command', 'change', 'audit_event'].map(count)).toEqual([0, 0, 0, 0])
    raw.pragma('max_page_count = 1000000')
    book.run('customers.create', customerForm({ notes: '长'.repeat(19_000) }))
    expect(count('customer')).toBe(1)
  })

  test('is refused when it answers a promise, since its writes would come too late', () => {
    const late = () => Promise.resolve(1)
    expect(() => book.command({ route: 'x', undoable: false }, late)).toThrow('synchronous')
    expect(count('command')).toBe(0)
  })

  test('writes one audit entry with the number of rows it changed', () => {
    book.run('customers.create', customerForm())
    const entry = book.book.raw.prepare('SELECT route, changes, subject FROM audit_event').get()
    expect(entry).toEqual({ route: 'customers.create', changes: 1, subject: null })
  })

  test('that follows a failed one is journalled under its own number', () => {
    expect(() => book.run('customers.get', { id: 1 })).toThrow()
    const { id } = book.run('customers.create', customerForm())
    expect(changes()).toEqual([[1, 'customer', id, 'insert', null, null]])
  })
})

describe('a write outside any command', () => {
  test.each([
    `INSERT INTO tag (uid, code, type, name, name_folded, created_at) VALUES ('u', 'T', 'need', 'a', 'a', 1)`,
    `UPDATE customer SET name = 'anders'`,
    `DELETE FROM customer`,
  ])('is refused: %s', (sql) => {
    book.run('customers.create', customerForm())
    expect(() => book.book.raw.exec(sql)).toThrow('write outside a command')
    expect([count('tag'), count('customer')]).toEqual([0, 1])
  })
})

describe('the journal', () => {
  test('keeps an insert by its id, an update by its changed columns, a delete whole', () => {
    const { id } = book.run('customers.create', customerForm())
    const { id: entry } = book.run('follow-ups.create', {
      ...{ customerId: id, type: 'phone', content: '问「价格」\\"' },
      occurredAt: book.clock(),
    })
    book.run('customers.setTier', { ids: [id], tier: 'high' })
    book.run('follow-ups.delete', { id: entry })
    const [, , , tierChange, deletion] = changes() as [
      number,
      string,
      number,
      string,
      string,
      string,
    ][]
    expect(tierChange?.slice(1, 4)).toEqual(['customer', id, 'update'])
    expect(JSON.parse(tierChange?.[4] ?? '')).toMatchObject({ tier: 'normal' })
    expect(Object.keys(JSON.parse(tierChange?.[5] ?? '') as object)).toEqual(['tier', 'updated_at'])
    expect(JSON.parse(deletion?.[4] ?? '')).toMatchObject({ id: entry, content: '问「价格」\\"' })
  })

  test('takes no note of an update that changes nothing', () => {
    const { id } = book.run('customers.create', customerForm({ tier: 'high' }))
    book.command({ route: 'x', undoable: false }, ({ write }) =>
      write.raw.exec(`UPDATE customer SET tier = 'high' WHERE id = ${id}`),
    )
    expect(changes()).toHaveLength(1)
  })
})

describe('the audit entry of a command (R087)', () => {
  test('says which customer was revealed, and nothing of the value', () => {
    const { id } = book.run('customers.create', customerForm({ phone: '13800001027' }))
    book.run('customers.reveal', { id, fields: ['phone'] })
    const rows = book.book.raw.prepare('SELECT route, subject FROM audit_event WHERE id = 2').get()
    expect(rows).toEqual({ route: 'customers.reveal', subject: 'customer:1 phone' })
    const all = JSON.stringify(book.book.raw.prepare('SELECT * FROM audit_event').all())
    expect(all).not.toMatch(/1380000|云岫|示例店主/)
  })

  test('continues one chain', async () => {
    const { id } = book.run('customers.create', customerForm())
    book.run('customers.archive', { ids: [id] })
    const verdict = await verifyAuditChain(book.book.read, book.auditKey, null)
    expect(verdict).toMatchObject({ result: 'intact', entries: 2 })
  })

  test('names what the one before it looked at never again', () => {
    const { id } = book.run('customers.create', customerForm())
    book.run('customers.reveal', { id, fields: ['phone'] })
    book.run('customers.archive', { ids: [id] })
    const subjects = book.book.raw.prepare('SELECT subject FROM audit_event ORDER BY id').pluck()
    expect(subjects.all()).toEqual([null, 'customer:1 phone', null])
  })
})
