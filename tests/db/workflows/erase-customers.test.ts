import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAuditChain } from '@db/audit-chain'
import { listDeletions } from '@db/repositories/deletion-log'
import { eraseCustomers } from '@db/workflows/erase-customers'
import { reapplyDeletions } from '@db/workflows/reapply-deletions'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { randomCommands } from '../../factories/random-commands'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { plantWholeCustomer } from '../../factories/whole-customer'
import { customerChildNames } from '@db/schema/customer-children'
import { decryptedImage } from '../../support/decrypted-image'

const mark = '莫桑湖记号'
let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const erase = (...ids: number[]) =>
  book.command({ route: 'customers.erase', undoable: false }, (context) =>
    eraseCustomers(context, { ids, reason: 'requested' }),
  )
const count = (table: string) =>
  Number(book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get())

/** In any decrypted page, free ones included. */
function holdsMark(): boolean {
  return decryptedImage(book.book.raw).includes(Buffer.from(mark))
}

/** A customer with the mark in every place that one can write to, and a journal of it. */
function makeMarked(): number {
  const fields = { name: mark, notes: mark, contactPerson: mark, idCard: '11010519491231002X' }
  const { id } = book.run('customers.create', customerForm(fields))
  const { updatedAt } = book.run('customers.get', { id })
  book.run('customers.update', {
    ...{ id, updatedAt },
    fields: customerFieldsOf({ ...fields, need: `${mark}改` }),
  })
  const log = { type: 'phone', occurredAt: book.clock() } as const
  book.run('follow-ups.create', { ...log, customerId: id, content: mark })
  const removed = book.run('follow-ups.create', { ...log, customerId: id, content: `${mark}删` })
  book.run('follow-ups.delete', { id: removed.id })
  const points = [{ type: 'wechat', raw: mark }] as const
  const person = book.run('contacts.create', { customerId: id, fields: { name: mark } })
  book.run('contacts.create', { customerId: id, fields: { name: mark, points: [...points] } })
  book.run('contacts.delete', { customerId: id, id: person.id })
  book.run('contacts.setPoints', { customerId: id, pointsUpdatedAt: null, points: [...points] })
  book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: '标签' }] })
  book.run('tags.detach', { customerIds: [id], tagIds: [1] })
  book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: '标签' }] })
  book.run('drafts.save', { key: `customer:${id}`, content: JSON.stringify({ name: mark }) })
  return id
}

describe('erasing a customer', () => {
  test('leaves nothing of them in any page, and the neighbour whole', async () => {
    const id = makeMarked()
    const other = book.run('customers.create', customerForm({ name: '邻居示例' })).id
    expect(holdsMark()).toBe(true)
    const { uid } = book.run('customers.get', { id })
    expect(erase(id)).toEqual([{ uid, at: book.clock() }])
    expect(holdsMark()).toBe(false)
    expect([count('follow_up'), count('customer_tag'), count('draft')]).toEqual([0, 0, 0])
    expect(book.run('customers.get', { id: other }).name).toBe('邻居示例')
    expect(count(`change WHERE table_name = 'customer' AND row_id = ${id}`)).toBe(0)
    expect(count(`change WHERE table_name IN ('follow_up', 'customer_tag')`)).toBe(0)
    expect(listDeletions(book.book.read)).toEqual([{ uid, at: book.clock() }])
    expect(await verifyAuditChain(book.book.read, book.auditKey, null)).toMatchObject({
      result: 'intact',
    })
  })

  test('leaves nothing in any table that a customer can have rows in, nor in what others say of them', () => {
    const { id, otherId } = plantWholeCustomer(book, mark)
    const tables = [...customerChildNames, 'duplicate_candidate']
    for (const table of tables) expect([table, count(table)]).toEqual([table, 1])
    book.run('customers.delete', { ids: [id] })
    erase(id)
    for (const table of tables) expect([table, count(table)]).toEqual([table, 0])
    expect(count(`change WHERE table_name IN ('${customerChildNames.join("','")}')`)).toBe(0)
    expect(count(`customer WHERE referrer_id IS NOT NULL`)).toBe(0)
    expect(book.run('customers.get', { id: otherId }).referrerId).toBeNull()
    expect(holdsMark()).toBe(false)
    expect(book.book.raw.pragma('foreign_key_check')).toEqual([])
  })

  test('takes whoever was merged into them along, and writes all of them down', () => {
    const [winner, loser, first] = [makeMarked(), makeMarked(), makeMarked()]
    const uids = [winner, loser, first].map((id) => book.run('customers.get', { id }).uid)
    book.command({ route: 'test.merge', undoable: true }, ({ write }) => {
      const merge = write.raw.prepare(
        'UPDATE customer SET archived_at = 1, deleted_at = 1, merged_into_id = ? WHERE id = ?',
      )
      merge.run(loser, first)
      merge.run(winner, loser)
    })
    expect(erase(winner).map(({ uid }) => uid)).toEqual(uids)
    expect(count('customer')).toBe(0)
    expect(holdsMark()).toBe(false)
    expect(listDeletions(book.book.read).map(({ uid }) => uid)).toEqual(uids)
  })

  test('works for many at once, with their codes in the trail, or their number when they are more', () => {
    const trail = () =>
      book.book.raw.prepare('SELECT subject FROM audit_event ORDER BY id DESC').pluck().get()
    const ids = Array.from({ length: 24 }, (_, index) =>
      book.run('customers.create', customerForm({ name: `示例 ${index}` })),
    )
    const [one, two, ...rest] = ids
    book.run('customers.delete', { ids: ids.map(({ id }) => id) })
    erase(one?.id ?? 0, two?.id ?? 0)
    expect(trail()).toBe(`erased:${one?.code},${two?.code}`)
    erase(...rest.map(({ id }) => id))
    expect(trail()).toBe('erased:22')
    expect(count('customer')).toBe(0)
  })

  test('is all or nothing', () => {
    const id = makeMarked()
    expect(() => erase(id, 987)).toThrow('customers.not-found')
    expect([count('customer'), listDeletions(book.book.read)]).toEqual([1, []])
  })

  test('leaves the mark where rows are deleted in the ordinary way (control)', () => {
    makeMarked()
    while (book.run('history.getState', {}).undo) book.run('history.undo', {})
    expect(count('customer')).toBe(0)
    expect(holdsMark()).toBe(true)
  })

  test('leaves the mark in free pages where they are not overwritten (control)', () => {
    const id = makeMarked()
    // So that the pages of before stand in the file itself.
    expect(holdsMark()).toBe(true)
    book.book.raw.pragma('secure_delete = OFF')
    erase(id)
    expect(count('customer')).toBe(0)
    expect(holdsMark()).toBe(true)
  })

  test('cannot be undone, and takes the commands of the person out of the undo list', () => {
    const id = makeMarked()
    erase(id)
    const { undo, redo } = book.run('history.getState', {})
    expect({ undo: undo?.route, redo }).toEqual({ undo: 'tags.attach', redo: null })
  })

  test('leaves a command about several customers undoable for the others', () => {
    const ids = ['甲示例', '乙示例'].map(
      (name) => book.run('customers.create', customerForm({ name })).id,
    )
    book.run('customers.archive', { ids })
    erase(ids[0] ?? 0)
    book.run('history.undo', {})
    expect(book.run('customers.get', { id: ids[1] ?? 0 }).archivedAt).toBeNull()
    expect(count('customer')).toBe(1)
  })

  test('is for owners and managers, and refuses what is not there', () => {
    const id = makeMarked()
    const sales = book.signIn('示例销售', 'sales')
    const act = (session: typeof sales) => () =>
      book.command({ route: 'customers.erase', undoable: false, session }, (context) =>
        eraseCustomers(context, { ids: [id], reason: 'requested' }),
      )
    expect(act(sales)).toThrow('customers.not-found')
    expect(() => erase(987)).toThrow('customers.not-found')
    act(book.signIn('示例经理', 'manager'))()
    expect(count('customer')).toBe(0)
  })

  test('keeps the journal and the deletion log as they are under any other command', () => {
    erase(makeMarked())
    book.run('customers.create', customerForm({}))
    const under = (sql: string) => () =>
      book.command({ route: 'customers.update', undoable: true }, ({ write }) =>
        write.raw.exec(sql),
      )
    expect(under('DELETE FROM change')).toThrow('journal stays')
    expect(under('DELETE FROM deletion_log')).toThrow('deletion log stays')
    expect(under('UPDATE deletion_log SET erased_at = 0')).toThrow('deletion log stays')
  })
})

describe('deletions applied again', () => {
  const reapply = (known: { uid: string; at: number }[]) =>
    book.command({ route: 'customers.reapplyDeletions', undoable: false }, (context) =>
      reapplyDeletions(context, known),
    )

  test('take away who came back, keep the first moment and count only those', () => {
    const id = makeMarked()
    const { uid } = book.run('customers.get', { id })
    const stranger = '00000000-0000-7000-8000-00000000ffff'
    expect(
      reapply([
        { uid, at: 5 },
        { uid: stranger, at: 6 },
        { uid, at: 5 },
      ]),
    ).toBe(1)
    expect(holdsMark()).toBe(false)
    expect(listDeletions(book.book.read)).toEqual([
      { uid, at: 5 },
      { uid: stranger, at: 6 },
    ])
    expect(reapply([{ uid, at: 5 }])).toBe(0)
  })

  test('find people who are in the journal only, so that no redo brings them back', () => {
    const id = book.run('customers.create', customerForm({ name: mark })).id
    const { uid } = book.run('customers.get', { id })
    book.run('history.undo', {})
    expect(holdsMark()).toBe(true)
    reapply([{ uid, at: 5 }])
    expect(holdsMark()).toBe(false)
    expect(book.run('history.getState', {}).redo).toBeNull()
  })

  test(
    'never leave anything of whoever is erased, whatever happened before',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(randomCommands, fc.nat(20), (commands, pick) => {
          for (const command of commands) command(book)
          const ids = book.book.raw.prepare('SELECT id FROM customer ORDER BY id').pluck().all()
          const id = Number(ids[pick % (ids.length || 1)] ?? 0)
          if (id === 0) return
          const { uid } = book.run('customers.get', { id })
          erase(id)
          for (const route of ['history.undo', 'history.redo'] as const)
            for (let step = 0; step < 5; step += 1)
              try {
                book.run(route, {})
              } catch {
                break
              }
          expect(count(`customer WHERE uid = '${uid}'`)).toBe(0)
          expect(count(`change WHERE before LIKE '%${uid}%' OR after LIKE '%${uid}%'`)).toBe(0)
          expect(book.book.raw.pragma('foreign_key_check')).toEqual([])
        }),
        { numRuns: 40 },
      )
    },
  )
})
