import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ImportRow, importRow } from '@shared/features/imports/import-row.schema'
import { importRows } from '@db/workflows/import-rows'
import { customerForm } from '../../factories/customers'
import { importRowsOf } from '../../factories/import-rows'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const day = 86_400_000
let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

type Values = Partial<Omit<ImportRow, 'fields'>> & { fields?: Partial<ImportRow['fields']> }

function rowOf({ fields, ...values }: Values = {}): ImportRow {
  return importRow.parse({
    ...{ row: 2, tags: [], followUps: [], nextFollowAt: null },
    ...values,
    fields: { ...customerForm(), ...fields },
  })
}

const write = (...rows: ImportRow[]) =>
  book.command({ route: 'imports.commit', undoable: true }, (context) =>
    importRows(context, { fileName: '客户表.csv', rejected: 2, rows }),
  )
const customer = (id = 1) => book.run('customers.get', { id })
const entries = (customerId = 1) => book.run('follow-ups.list', { customerId }).entries

describe('importing rows', () => {
  test('makes customers that are like those made by hand', () => {
    const fields = {
      name: '苏知秋',
      kind: 'person',
      phone: '138-0000-2468',
      email: 'a@example.com',
    } as const
    const { id } = book.run('customers.create', customerForm(fields))
    write(rowOf({ fields }))
    const byHand = customer(id)
    expect(customer(2)).toEqual({ ...byHand, id: 2, code: 'C202405150002', uid: customer(2).uid })
  })

  test('seals ID numbers for the right customer', () => {
    write(rowOf({ fields: { idCard: '000000199003070014' } }))
    expect(book.run('customers.reveal', { id: 1, fields: ['idCard'] })).toEqual({
      idCard: '000000199003070014',
    })
  })

  test('keeps further numbers, finds the customer by them and takes them back by undo', () => {
    const before = trackedState(book)
    write(
      rowOf({
        points: [
          { id: null, type: 'phone', raw: '0755-22345678 转 8', label: '办公', shared: false },
          { id: null, type: 'wechat', raw: 'Liguyu_2024', label: null, shared: false },
        ],
      }),
    )
    expect(book.run('contacts.list', { customerId: 1 })).toMatchObject({
      contacts: [],
      points: [
        { masked: '0755-•••• 5678', phoneKind: 'landline', label: '办公' },
        { masked: 'L•••', type: 'wechat' },
      ],
    })
    for (const text of ['2234567', 'liguyu'])
      expect(book.run('customers.list', { filter: { text } }).total).toBe(1)
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
  })

  test('uses tags that are there and makes each new one once', () => {
    const { id } = book.run('customers.create', customerForm())
    book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: '周末班' }] })
    const tags = [
      { type: 'need', name: ' 周末班 ' },
      { type: 'need', name: 'VIP' },
    ] as const
    write(rowOf({ tags: [...tags] }), rowOf({ tags: [{ type: 'need', name: 'ｖｉｐ' }] }))
    expect(book.run('tags.list', {}).tags).toMatchObject([
      { name: 'VIP', customers: 2 },
      { name: '周末班', customers: 2 },
    ])
  })

  test('dates follow-ups as the file says, and those without a date by the import', () => {
    const followUps = [
      { on: null, content: '没有日期' },
      { on: '2023-10-22', content: '反馈课程进度快' },
    ]
    write(rowOf({ followUps }))
    expect(entries().map(({ content, occurredAt }) => [content, occurredAt])).toEqual([
      ['没有日期', book.clock()],
      ['反馈课程进度快', new Date(2023, 9, 22).getTime()],
    ])
    expect(customer().lastInteractionAt).toBe(book.clock())
  })

  test('puts the planned date on the latest follow-up', () => {
    const followUps = [
      { on: '2023-10-22', content: 'a' },
      { on: '2023-10-21', content: 'b' },
    ]
    write(rowOf({ followUps, nextFollowAt: book.clock() + day }))
    const latest = entries().find(({ content }) => content === 'a')
    expect(customer()).toMatchObject({
      nextFollowAt: book.clock() + day,
      nextStep: { followUpId: latest?.id },
      lastInteractionAt: new Date(2023, 9, 22).getTime(),
    })
  })

  test('keeps a planned date without any follow-up, without calling it an interaction (D2)', () => {
    write(rowOf({ nextFollowAt: book.clock() + day }))
    expect(entries()).toMatchObject([
      { content: '导入 Import · 客户表.csv', nextFollowAt: book.clock() + day },
    ])
    expect(customer()).toMatchObject({ nextFollowAt: book.clock() + day, lastInteractionAt: null })
    book.run('follow-ups.completeNext', { id: entries()[0]?.id ?? 0 })
    expect(customer()).toMatchObject({ nextFollowAt: null, lastInteractionAt: null })
  })

  test('writes all rows or none', () => {
    const before = trackedState(book)
    const broken = { ...rowOf(), fields: { ...rowOf().fields, name: null as unknown as string } }
    expect(() => write(rowOf(), broken)).toThrow()
    expect(trackedState(book)).toBe(before)
    expect(book.run('imports.list', {}).batches).toEqual([])
  })
})

describe('an import', () => {
  test('stands in the list with what went in and what stayed out', () => {
    write(rowOf(), rowOf())
    expect(book.run('imports.list', {}).batches).toMatchObject([
      { fileName: '客户表.csv', customers: 2, rejected: 2, undone: false, commandId: 1 },
    ])
  })

  test('is taken back whole by one undo, and the list says so', () => {
    const before = trackedState(book)
    write(...importRowsOf(300))
    const after = trackedState(book)
    const [batch] = book.run('imports.list', {}).batches
    book.run('history.undo', { commandId: batch?.commandId ?? 0 })
    expect(trackedState(book)).toBe(before)
    expect(book.run('imports.list', {}).batches).toMatchObject([{ undone: true }])
    book.run('history.redo', {})
    expect(trackedState(book)).toBe(after)
    expect(book.run('imports.list', {}).batches).toMatchObject([{ undone: false }])
  })

  test('is not taken back over work that was done on it since', () => {
    write(rowOf(), rowOf())
    book.run('customers.setTier', { ids: [2], tier: 'high' })
    const entry = { customerId: 1, type: 'phone', content: '问价格' } as const
    book.run('follow-ups.create', { ...entry, occurredAt: book.clock() })
    expect(() => book.run('history.undo', { commandId: 1 })).toThrow(
      expect.objectContaining({ code: 'history.conflict', details: { changes: 2 } }),
    )
  })

  test('of no rows at all is an import of nothing', () => {
    expect(write()).toMatchObject({ customers: 0 })
    expect(book.run('history.getState', {}).undo).toBeNull()
  })
})
