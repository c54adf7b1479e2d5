import { getTableConfig } from 'drizzle-orm/sqlite-core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerChildNames } from '@db/schema/customer-children'
import { customer } from '@db/schema/customer'
import { trackedTables } from '@db/schema/tracked-tables'
import {
  customerFields,
  type CustomerFormValues,
} from '@shared/features/customers/customers.schema'
import type { DataSession } from '../../../electron/ipc/context'
import { mergedWith, mergeFields } from '@shared/features/duplicates/merge-fields'
import {
  addContact,
  addCustomField,
  addPapers,
  addPhone,
  setCustomValue,
} from '../../factories/customer-parts'
import { customerForm } from '../../factories/customers'
import { randomCommands } from '../../factories/random-commands'
import { plantWorkOf } from '../../factories/planted-work'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const mobile = '13800001027'
const idCard = '000000199003070014'
let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (values: Partial<CustomerFormValues> = {}, session?: DataSession) =>
  book.run('customers.create', customerForm(values), session).id
const get = (id: number) => book.run('customers.get', { id })
const updatedAt = (id: number) =>
  book.book.raw
    .prepare<[number], number>('SELECT updated_at FROM customer WHERE id = ?')
    .pluck()
    .get(id) ?? 0
const rowsOf = (table: string, id: number) =>
  book.book.raw
    .prepare(`SELECT * FROM ${table} WHERE customer_id = ? ORDER BY id`)
    .all(id) as Record<string, unknown>[]
type Options = Partial<Parameters<typeof inputOf>[1]>
const inputOf = (
  ids: number[],
  more: {
    choices?: Record<string, number | 'all'>
    custom?: { fieldId: number; customerId: number }[]
  } = {},
) => ({
  survivorId: ids[0] ?? 0,
  customers: ids.map((id) => ({ id, updatedAt: updatedAt(id) })),
  ...more,
})
const merge = (ids: number[], more: Options = {}, session?: DataSession) =>
  book.run('duplicates.merge', inputOf(ids, more), session)

describe('merging customers (R051)', () => {
  test('moves all that belongs to the others, and the old page leads to the one who stays', () => {
    const ids = [create({ phone: mobile }), create(), create()]
    const [stays = 0, ...others] = ids
    for (const id of others) {
      const contactId = addContact(book, id, `联系人${id}`)
      addPhone(book, id, `1390000000${id}`, { contactId })
      addPapers(book, id)
      book.run('follow-ups.create', {
        ...{ customerId: id, type: 'phone', content: '虚构', occurredAt: book.clock() },
        nextFollowAt: book.clock() + id,
      })
      book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: `签${id}` }] })
    }
    for (const id of others) plantWorkOf(book, id)
    expect(merge(ids)).toEqual({ id: stays, merged: 2 })
    for (const table of customerChildNames.filter((name) => !/custom_value|not_/.test(name)))
      expect([table, rowsOf(table, stays).length]).toEqual([table, 2])
    expect(get(stays)).toMatchObject({ followUpCount: 2, nextFollowAt: book.clock() + 2 })
    for (const id of others) {
      expect(get(id)).toMatchObject({ mergedIntoId: stays, nextFollowAt: null })
      expect(get(id).deletedAt).not.toBe(null)
    }
    expect(book.run('customers.list', {}).rows.map(({ id }) => id)).toEqual([stays])
  })

  test('takes the survivor’s value, else the newest one, and what was chosen', () => {
    const first = create({ industry: null, source: '展会', need: '礼盒' })
    book.passTime(1000)
    const second = create({ industry: '食品', source: '推荐', need: '茶叶', tier: 'high' })
    book.passTime(1000)
    const third = create({ industry: '茶业', stage: 'lost', lostReason: '价格' })
    merge([first, second, third], { choices: { source: second, stage: third } })
    expect(get(first)).toMatchObject({
      ...{ industry: '茶业', source: '推荐', need: '礼盒\n茶叶', tier: 'normal' },
      ...{ stage: 'lost', lostReason: '价格' },
    })
  })

  test('keeps phones, addresses and people that were not chosen, and finds the customer by them', () => {
    const first = create({ phone: mobile, contactPerson: '欧阳知秋' })
    const second = create({ phone: '138 0000 1027', email: 'b@example.com' })
    const third = create({ phone: '13900002038', email: 'c@example.com', contactPerson: '陈立夏' })
    merge([first, second, third])
    expect(rowsOf('contact', first)).toMatchObject([{ name: '陈立夏' }])
    const [person] = rowsOf('contact', first)
    expect(rowsOf('contact_point', first)).toMatchObject([
      { type: 'phone', normalized: '13900002038', contact_id: person?.id },
      { type: 'email', normalized: 'c@example.com', contact_id: person?.id },
    ])
    const people = book.book.raw
      .prepare('SELECT search_people FROM customer WHERE id = ?')
      .pluck()
      .get(first)
    for (const word of ['13900002038', 'c@example.com', '陈立夏', 'chenlixia'])
      expect(people).toContain(word)
  })

  test('tags are united; one that both wear stays with each', () => {
    const ids = [create(), create(), create()]
    const tags = [{ type: 'need' as const, name: '礼盒' }]
    book.run('tags.attach', { customerIds: ids, tags })
    book.run('tags.attach', { customerIds: ids.slice(1), tags: [{ type: 'risk', name: '拖款' }] })
    merge(ids)
    expect(get(ids[0] ?? 0).tags.map(({ name }) => name)).toEqual(['礼盒', '拖款'])
  })

  test('own fields keep the survivor’s value unless another one is chosen', () => {
    const ids = [create(), create()]
    const [first = 0, second = 0] = ids
    const fields = ['甲', '乙', '丙'].map((name) => addCustomField(book, name))
    const [both = 0, chosen = 0, missing = 0] = fields
    for (const id of ids)
      for (const field of [both, chosen]) setCustomValue(book, id, field, `${id}`)
    setCustomValue(book, second, missing, '只有第二位')
    merge(ids, { custom: [{ fieldId: chosen, customerId: second }] })
    expect(rowsOf('custom_value', first).map(({ value }) => value)).toEqual([
      ...[String(first), String(second)],
      '只有第二位',
    ])
  })

  test('referrals and verdicts follow', () => {
    const ids = [create(), create()]
    const [first = 0, second = 0] = ids
    const brought = create({ referrerId: second })
    const apart = create()
    book.run('duplicates.dismiss', { ids: [second, apart] })
    merge(ids)
    expect(get(brought).referrerId).toBe(first)
    expect(rowsOf('not_duplicate', first)).toMatchObject([{ other_id: apart }])
  })

  test('sealed numbers are sealed anew for the survivor by who holds the key, and stay put otherwise', () => {
    const reveal = (id: number) => book.run('customers.reveal', { id, fields: ['idCard'] }).idCard
    const [first = 0, second = 0] = [create({ kind: 'person' }), create({ kind: 'person', idCard })]
    const manager = book.signIn('示例经理', 'manager')
    merge([first, second], {}, manager)
    expect(get(first).idCardMasked).toBe(null)
    expect(reveal(second)).toBe(idCard)
    book.run('history.undo', {}, manager)
    merge([first, second])
    expect(reveal(first)).toBe(idCard)
  })

  test('is refused where it would mix what one may not change or see', () => {
    const seller = book.signIn('示例销售', 'sales')
    const mine = create({}, seller)
    const foreign = create()
    expect(() => merge([mine, foreign], {}, seller)).toThrow('customers.not-found')
    const another = create({}, seller)
    expect(merge([mine, another], {}, seller)).toEqual({ id: mine, merged: 1 })
  })

  test('is refused for a row that changed meanwhile, and for one that is merged already', () => {
    const ids = [create(), create(), create()]
    const stale = inputOf(ids)
    book.run('customers.setTier', { ids: ids.slice(1, 2), tier: 'high' })
    expect(() => book.run('duplicates.merge', stale)).toThrow('customers.changed-meanwhile')
    merge(ids.slice(0, 2))
    expect(() => merge([ids[2] ?? 0, ids[1] ?? 0])).toThrow('duplicates.gone')
  })

  test('names every table that points at a customer', () => {
    const pointing = trackedTables.flatMap((table) => {
      const { name, foreignKeys } = getTableConfig(table)
      const toCustomer = foreignKeys.filter((key) => key.reference().foreignTable === customer)
      return toCustomer.map((key) => `${name}.${key.reference().columns[0]?.name}`)
    })
    const known = [
      ...customerChildNames.map((name) => `${name}.customer_id`),
      ...['not_duplicate.other_id', 'customer.referrer_id', 'customer.merged_into_id'],
    ]
    expect(pointing.sort()).toEqual(known.sort())
  })

  test('every field of a customer is chosen one by one or goes with another', () => {
    const covered = [...mergeFields, ...Object.values(mergedWith).flat()]
    expect(covered.sort()).toEqual(Object.keys(customerFields.shape).sort())
  })
})

describe('what the page of a merge shows', () => {
  test('values side by side, phones masked, with a proposal', () => {
    const first = create({ phone: mobile })
    const second = create({ phone: '138-0000-1027', industry: '食品' })
    const preview = book.run('duplicates.preview', { ids: [first, second] })
    expect(preview.survivorId).toBe(first)
    const line = (field: string) => preview.lines.find((one) => one.field === field)
    expect(line('phone')).toMatchObject({
      values: ['138 •••• 1027', '138 •••• 1027'],
      groups: [0, 0],
    })
    expect(line('industry')).toMatchObject({ values: [null, '食品'], choice: second })
  })

  test('ID numbers are left out for who may not know of them, and locked without the key', () => {
    const seller = book.signIn('示例销售', 'sales')
    const manager = book.signIn('示例经理', 'manager')
    const ids = [create({}, seller), create({}, seller)]
    const lines = (session: DataSession) =>
      book
        .run('duplicates.preview', { ids }, session)
        .lines.filter(({ field }) => field === 'idCard')
    expect(lines(seller)).toEqual([])
    expect(lines(manager)).toMatchObject([{ locked: true }])
    expect(lines(book.owner)).toMatchObject([{ locked: false }])
  })
})

const subsets = fc.record({
  shuffle: fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
  choose: fc.array(fc.tuple(fc.constantFrom(...mergeFields), fc.nat(5)), { maxLength: 6 }),
  parts: fc.array(fc.tuple(fc.nat(3), fc.nat(5)), { maxLength: 12 }),
})

describe('undo of a merge', { timeout: 120_000 }, () => {
  test('gives back byte-equal rows, whatever was merged', () => {
    let merged = 0
    fc.assert(
      fc.property(randomCommands, subsets, (commands, { shuffle, choose, parts }) => {
        const fresh = createTestBook()
        try {
          for (let made = 0; made < 3; made += 1)
            fresh.run('customers.create', customerForm({ phone: `1380000102${made}` }))
          for (const command of commands) command(fresh)
          const all = fresh.book.raw
            .prepare<[], number>('SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY id')
            .pluck()
            .all()
          // The commands may have undone or deleted all of them.
          if (all.length === 0) return
          const field = addCustomField(fresh, '虚构')
          for (const [what, at] of parts) {
            const id = all[at % all.length] ?? 0
            if (what === 0)
              addPhone(fresh, id, `1390000${1000 + at}`, {
                contactId: addContact(fresh, id, `人${at}`),
              })
            if (what === 1) addPapers(fresh, id)
            if (what === 2) addPhone(fresh, id, mobile, { shared: 1 })
            const has = fresh.book.raw.prepare('SELECT 1 FROM custom_value WHERE customer_id = ?')
            if (what === 3 && !has.get(id)) setCustomValue(fresh, id, field, `值${at}`)
          }
          const ids = [...new Set(shuffle.map((number) => all[number % all.length] ?? 0))]
          const pick = (number: number) => ids[number % ids.length] ?? 0
          const read = fresh.book.raw.prepare<[number], number>(
            'SELECT updated_at FROM customer WHERE id = ?',
          )
          const before = trackedState(fresh)
          const result = fresh.run('duplicates.merge', {
            survivorId: pick(0),
            customers: ids.map((id) => ({ id, updatedAt: read.pluck().get(id) ?? 0 })),
            choices: Object.fromEntries(choose.map(([name, number]) => [name, pick(number)])),
            custom: [{ fieldId: field, customerId: pick(1) }],
          })
          merged += result.merged
          if (result.merged === 0) return
          expect(trackedState(fresh)).not.toBe(before)
          expect(fresh.book.raw.pragma('foreign_key_check')).toEqual([])
          fresh.run('history.undo', {})
          expect(trackedState(fresh)).toBe(before)
          fresh.run('history.redo', {})
          fresh.run('history.undo', {})
          expect(trackedState(fresh)).toBe(before)
        } finally {
          fresh.dispose()
        }
      }),
      { numRuns: 60 },
    )
    expect(merged).toBeGreaterThan(30)
  })
})
