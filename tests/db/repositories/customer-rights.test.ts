import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '@shared/core/permissions'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import { importRow } from '@shared/features/imports/import-row.schema'
import { importRows } from '@db/workflows/import-rows'
import type { DataSession } from '../../../electron/ipc/context'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let people: Record<Role, DataSession>

beforeEach(() => {
  book = createTestBook()
  const signIn = (role: Role) => book.signIn(role, role)
  people = {
    ...{ owner: book.owner, manager: signIn('manager'), sales: signIn('sales') },
    ...{ service: signIn('service'), marketing: signIn('marketing'), finance: signIn('finance') },
    viewer: signIn('viewer'),
  }
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
/** Invented numbers with right check digits. */
const idCard = '000000199003070014'
const otherIdCard = '000000199003070030'
const bankAccount = '0000111122223333'
const numbers = { idCard, bankAccount }

const create = (session: DataSession, values: Partial<CustomerFormValues> = {}) =>
  book.run('customers.create', customerForm(values), session).id
function update(id: number, session: DataSession, values: Partial<CustomerFormValues>) {
  const { updatedAt } = book.run('customers.get', { id }, session)
  const fields = customerFieldsOf(values)
  return book.run('customers.update', { id, updatedAt, fields }, session)
}
const stored = (id: number) =>
  book.book.raw.prepare('SELECT * FROM customer WHERE id = ?').get(id) as Record<string, unknown>
const give = (id: number, to: DataSession) =>
  book.run('customers.transfer', { ids: [id], ownerId: to.userId })
const revealNumbers = (id: number) =>
  book.run('customers.reveal', { id, fields: ['idCard', 'bankAccount'] })

describe('ID number and bank account (R015, R089)', () => {
  test('are sealed apart, and shown by stored masks', () => {
    const id = create(book.owner, numbers)
    const { id_card_sealed, bank_account_sealed } = stored(id)
    for (const sealed of [id_card_sealed, bank_account_sealed])
      expect(sealed).not.toMatch(/1990|1111/)
    expect(book.run('customers.get', { id }, people.manager)).toMatchObject({
      ...{ idCardMasked: '000***********0014', bankAccountMasked: '**** **** 3333' },
    })
    expect(revealNumbers(id)).toEqual(numbers)
  })

  test('cannot be swapped with each other in the file', () => {
    const id = create(book.owner, numbers)
    book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw.exec(`UPDATE customer SET id_card_sealed = bank_account_sealed`),
    )
    expect(() => revealNumbers(id)).toThrow()
  })

  test('outlive an edit by somebody who sees neither, whatever that one sends', () => {
    for (const session of [people.sales, people.manager]) {
      const id = create(book.owner, numbers)
      give(id, session)
      const before = stored(id)
      update(id, session, { name: '改名示例', idCard: otherIdCard, bankAccount: '99999999' })
      expect(stored(id)).toMatchObject({
        ...{ name: '改名示例', id_card_sealed: before.id_card_sealed },
        ...{ id_card_mask: before.id_card_mask, bank_account_sealed: before.bank_account_sealed },
      })
      expect(revealNumbers(id)).toEqual(numbers)
    }
  })

  test('are taken from nobody who may not see them, in a new customer and in an import', () => {
    const id = create(people.sales, numbers)
    expect(stored(id)).toMatchObject({ id_card_sealed: null, id_card_mask: null })
    const row = { row: 2, tags: [], followUps: [], nextFollowAt: null }
    book.command({ route: 'imports.commit', undoable: true, session: people.manager }, (context) =>
      importRows(context, {
        ...{ fileName: '虚构.csv', rejected: 0 },
        rows: [importRow.parse({ ...row, fields: customerForm({ name: '导入示例', ...numbers }) })],
      }),
    )
    const [imported] = book.run('customers.list', { filter: { text: '导入示例' } }).rows
    expect(stored(imported?.id ?? 0)).toMatchObject({
      id_card_sealed: null,
      bank_account_mask: null,
    })
  })

  test('keep their bytes when only one of them changes', () => {
    const id = create(book.owner, numbers)
    const before = stored(id)
    update(id, book.owner, { idCard: otherIdCard, bankAccount })
    expect(stored(id).bank_account_sealed).toBe(before.bank_account_sealed)
    expect(stored(id).id_card_sealed).not.toBe(before.id_card_sealed)
    update(id, book.owner, {})
    expect(stored(id)).toMatchObject({ id_card_sealed: null, bank_account_mask: null })
  })

  test('are shown whole to the owner only', () => {
    const id = create(book.owner, numbers)
    for (const role of ['manager', 'service', 'marketing', 'finance', 'viewer'] as const)
      for (const field of ['idCard', 'bankAccount'] as const)
        expect(() => book.run('customers.reveal', { id, fields: [field] }, people[role])).toThrow(
          code('core.forbidden'),
        )
  })
})

describe('a refused reveal', () => {
  test('leaves no value, and one forbidden field refuses all', () => {
    const id = create(book.owner, { phone: '13800001027', ...numbers })
    expect(() =>
      book.run('customers.reveal', { id, fields: ['phone', 'idCard'] }, people.service),
    ).toThrow(code('core.forbidden'))
    expect(book.run('customers.reveal', { id, fields: ['phone'] }, people.service)).toEqual({
      phone: '13800001027',
    })
  })
})

describe('a search (R084)', () => {
  const contact = {
    ...{ contactPerson: '欧阳知秋', phone: '13800001027', email: 'spring@example.com' },
  }
  const found = (text: string, session: DataSession, pool = false) =>
    book.run('customers.list', { filter: { text, pool } }, session).total

  test.each(['欧阳', 'ouyang', 'oyzq', '1027', '13800001027', 'spring'])(
    'by the contact detail %s finds only what may be seen whole',
    (word) => {
      const id = create(book.owner, contact)
      for (const role of ['owner', 'manager', 'service'] as const)
        expect(found(word, people[role])).toBe(1)
      for (const role of ['sales', 'marketing', 'finance', 'viewer'] as const)
        expect(found(word, people[role])).toBe(0)
      give(id, people.sales)
      expect(found(word, people.sales)).toBe(1)
      book.run('customers.release', { ids: [id] })
      expect(found(word, people.sales, true)).toBe(0)
    },
  )

  test.each(['云岫', 'yunxiu', 'yxsl', 'c20240515', 'wb-1', '91000000ma0'])(
    'by the name or number %s finds whatever may be read',
    (word) => {
      const id = create(book.owner, {
        ...contact,
        externalId: 'WB-1',
        creditCode: '91000000MA0EXAMP1M',
      })
      for (const role of ['owner', 'marketing', 'finance', 'viewer'] as const)
        expect(found(word, people[role])).toBe(1)
      expect(found(word, people.sales)).toBe(0)
      book.run('customers.release', { ids: [id] })
      expect(found(word, people.sales, true)).toBe(1)
    },
  )
})

describe('what is missing', () => {
  test('is not told of groups that are hidden, since that would tell what is there', () => {
    const id = create(book.owner)
    const missingFor = (role: Role) =>
      book.run('customers.get', { id }, people[role]).quality.complete.missing
    expect(missingFor('owner')).toEqual(['reach', 'industry', 'need', 'source', 'interaction'])
    expect(missingFor('marketing')).toEqual(['reach', 'industry', 'source', 'interaction'])
    expect(missingFor('finance')).toEqual(['industry', 'source', 'interaction'])
  })
})

describe('tags', () => {
  test('are counted over what one may read', () => {
    const mine = create(people.sales)
    const foreign = create(book.owner)
    const tags = [{ type: 'need', name: '周末班' } as const]
    book.run('tags.attach', { customerIds: [mine, foreign], tags })
    expect(book.run('tags.list', {}).tags).toMatchObject([{ customers: 2 }])
    expect(book.run('tags.list', {}, people.sales).tags).toMatchObject([{ customers: 1 }])
    book.run('customers.archive', { ids: [mine] })
    expect(book.run('tags.list', {}, people.sales).tags).toMatchObject([{ customers: 0 }])
  })

  test('are neither shown to nor asked by those who may not see them', () => {
    const id = create(book.owner)
    book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: '周末班' }] })
    expect(book.run('customers.list', {}, people.finance).rows).toMatchObject([{ tags: [] }])
    expect(book.run('customers.get', { id }, people.finance).tags).toEqual([])
    expect(() => book.run('customers.list', { filter: { tagIds: [1] } }, people.finance)).toThrow(
      code('core.forbidden'),
    )
  })
})

describe('a command on many customers', () => {
  test.each(['setStage', 'setTier', 'archive', 'unarchive', 'release'] as const)(
    'is refused whole by one foreign id: %s',
    (verb) => {
      const mine = create(people.sales)
      const foreign = create(book.owner)
      const ids = [mine, foreign]
      const before = [stored(mine), stored(foreign)]
      const commands = {
        setStage: () => book.run('customers.setStage', { ids, stage: 'won' }, people.sales),
        setTier: () => book.run('customers.setTier', { ids, tier: 'high' }, people.sales),
        archive: () => book.run('customers.archive', { ids }, people.sales),
        unarchive: () => book.run('customers.unarchive', { ids }, people.sales),
        release: () => book.run('customers.release', { ids }, people.sales),
      }
      expect(commands[verb]).toThrow(code('customers.not-found'))
      expect([stored(mine), stored(foreign)]).toEqual(before)
    },
  )
})

describe('the filter by owner', () => {
  test('leaves out what its last owner put into the pool', () => {
    const [kept, released] = [create(people.sales), create(people.sales)]
    book.run('customers.release', { ids: [released] }, people.sales)
    const listed = (pool: boolean) =>
      book
        .run('customers.list', { filter: { ownerIds: [people.sales.userId], pool } })
        .rows.map(({ id }) => id)
    expect([listed(false), listed(true)]).toEqual([[kept], [released]])
  })
})
