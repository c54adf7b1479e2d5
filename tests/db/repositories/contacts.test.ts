import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eraseCustomers } from '@db/workflows/erase-customers'
import type { RouteInput } from '@shared/contract'
import type { AppError, ErrorCode } from '@shared/core/errors'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
let customerId: number
beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm()).id
})
afterEach(() => book.dispose())

type Fields = RouteInput<'contacts.create'>['fields']
const code = (wanted: ErrorCode) => expect.objectContaining({ code: wanted }) as unknown as AppError
const phone = (raw: string) => ({ type: 'phone', raw }) as const
const add = (fields: Fields) => book.run('contacts.create', { customerId, fields }).id
const list = () => book.run('contacts.list', { customerId })
const person = (id: number) => {
  const found = list().contacts.find((one) => one.id === id)
  if (!found) throw new Error('no such person')
  return found
}
const edit = (id: number, fields: Fields, updatedAt = person(id).updatedAt) =>
  book.run('contacts.update', { customerId, id, updatedAt, fields })
const reveal = (pointIds: number[]) => book.run('contacts.reveal', { customerId, pointIds }).points
const wholeOf = (id: number) =>
  reveal(person(id).points.map((point) => point.id)).map(({ raw }) => raw)
const found = (text: string) => book.run('customers.list', { filter: { text } }).total

const liGuyu: Fields = {
  ...{ name: '李谷雨', position: '采购经理', department: '采购部', decisionRole: 'liaison' },
  notes: '周三上午在',
  points: [
    phone('+86 138-0000-1027'),
    { ...phone('0755-22345678 转 801'), label: '前台', shared: true },
    { type: 'wechat', raw: 'LiGuYu_2024' },
    { type: 'email', raw: 'Li.Guyu@Example.com' },
    { type: 'qq', raw: '10001234' },
    { type: 'other', raw: '抖音 谷雨' },
  ],
}

describe('the people at a customer (R006, R015, R023, R024)', () => {
  test('stand with everything that was written, every number masked', () => {
    const id = add(liGuyu)
    const { contacts } = list()
    expect(contacts).toMatchObject([
      {
        ...{ id, name: '李谷雨', position: '采购经理', department: '采购部' },
        ...{ decisionRole: 'liaison', notes: '周三上午在', updatedAt: book.clock() },
        points: [
          { masked: '138 •••• 1027', phoneKind: 'mobile', shared: false, doubtful: false },
          { masked: '0755-•••• 5678', phoneKind: 'landline', label: '前台', shared: true },
          { masked: 'L•••', type: 'wechat', phoneKind: null },
          { masked: 'L•••@Example.com', type: 'email' },
          { masked: '1•••', type: 'qq' },
          { masked: '抖•••', type: 'other' },
        ],
      },
    ])
    expect(JSON.stringify(list())).not.toContain('13800001027')
    expect(wholeOf(id)).toEqual(liGuyu.points?.map(({ raw }) => raw))
  })

  test('stay after a restart', () => {
    const id = add(liGuyu)
    const before = list()
    book.restart()
    expect(list()).toEqual(before)
    expect(wholeOf(id)[1]).toBe('0755-22345678 转 801')
  })

  test('come in the order in which they were added, until they are put into another', () => {
    const ids = ['周祥云', '郑立冬', '李谷雨'].map((name) => add({ name }))
    const order = () => list().contacts.map(({ id }) => id)
    expect(order()).toEqual(ids)
    const moved = [ids[2] ?? 0, ids[0] ?? 0, ids[1] ?? 0]
    book.run('contacts.reorder', { customerId, ids: moved })
    expect(order()).toEqual(moved)
    book.run('history.undo', {})
    expect(order()).toEqual(ids)
    for (const wrong of [ids.slice(1), [...ids, 4711], [ids[0] ?? 0, ids[0] ?? 0, ids[1] ?? 0]])
      expect(() => book.run('contacts.reorder', { customerId, ids: wrong })).toThrow(
        code('contacts.changed-meanwhile'),
      )
  })

  test('keep the rows of the numbers that stay, and lose those that are not named', () => {
    const id = add({ name: '李谷雨', points: [phone('13800001027'), phone('13900002718')] })
    const [first, second] = person(id).points
    edit(id, {
      name: '李谷雨',
      points: [
        { id: second?.id ?? 0, ...phone('13900002718'), label: '家' },
        { ...phone('400-800-1234') },
      ],
    })
    expect(person(id).points).toMatchObject([
      { id: second?.id, label: '家', masked: '139 •••• 2718' },
      { masked: '400 ••• 1234' },
    ])
    expect(() => reveal([first?.id ?? 0])).toThrow(code('contacts.not-found'))
  })

  test('leave a number that says the same out of the journal', () => {
    const id = add({ name: '李谷雨', points: [phone('13800001027')] })
    const [point] = person(id).points
    edit(id, {
      name: '李谷雨',
      position: '经理',
      points: [{ id: point?.id ?? 0, ...phone('13800001027') }],
    })
    const touched = book.book.raw
      .prepare(
        `SELECT DISTINCT table_name FROM change WHERE command_id = (SELECT max(id) FROM command)`,
      )
      .pluck()
      .all()
    expect(touched).toEqual(['contact'])
  })

  test('are not overwritten by somebody who began before the last edit', () => {
    const id = add({ name: '李谷雨' })
    const { updatedAt } = person(id)
    edit(id, { name: '李谷雨', position: '经理' })
    expect(() => edit(id, { name: '李谷雨' }, updatedAt)).toThrow(
      code('contacts.changed-meanwhile'),
    )
    expect(person(id).position).toBe('经理')
  })

  test('are not reached through another customer', () => {
    const id = add(liGuyu)
    const [point] = person(id).points
    const { updatedAt } = person(id)
    const other = book.run('customers.create', customerForm()).id
    const refused = code('contacts.not-found')
    const input = { customerId: other, id }
    expect(() =>
      book.run('contacts.update', { ...input, updatedAt, fields: { name: '甲' } }),
    ).toThrow(refused)
    expect(() => book.run('contacts.delete', input)).toThrow(refused)
    expect(() =>
      book.run('contacts.reveal', { customerId: other, pointIds: [point?.id ?? 0] }),
    ).toThrow(refused)
    expect(() =>
      book.run('contacts.create', {
        customerId: other,
        fields: { name: '甲', points: [{ id: point?.id ?? 0, ...phone('13800001027') }] },
      }),
    ).toThrow(code('contacts.changed-meanwhile'))
    expect(person(id).points).toHaveLength(6)
  })

  test('go with their numbers and come back by undo, row for row', () => {
    const id = add(liGuyu)
    const before = trackedState(book)
    book.run('contacts.delete', { customerId, id })
    expect(list().contacts).toEqual([])
    expect(found('13800001027')).toBe(0)
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
    expect(found('13800001027')).toBe(1)
  })

  test('added one after the other are taken back one by one, in any order', () => {
    add({ name: '周祥云' })
    const first = book.run('history.getState', {}).undo?.commandId ?? 0
    const second = add({ name: '郑立冬', points: [phone('13900002718')] })
    book.run('history.undo', { commandId: first })
    expect(list().contacts.map(({ id }) => id)).toEqual([second])
    expect([found('zhouxiangyun'), found('zld'), found('2718')]).toEqual([0, 1, 1])
    book.run('history.redo', {})
    expect([found('zhouxiangyun'), found('zld'), found('2718')]).toEqual([1, 1, 1])
  })
})

describe('the further numbers of the customer itself', () => {
  const set = (points: RouteInput<'contacts.setPoints'>['points'], at = list().pointsUpdatedAt) =>
    book.run('contacts.setPoints', { customerId, pointsUpdatedAt: at, points })

  test('stand apart from those of its people', () => {
    add(liGuyu)
    set([phone('+852 2345 6789'), { type: 'email', raw: 'office@example.com' }])
    expect(list().points).toMatchObject([
      { masked: '+852 •••• 6789', phoneKind: 'hk-mo-tw' },
      { masked: 'o•••@example.com' },
    ])
    expect(list().contacts[0]?.points).toHaveLength(6)
    set([])
    expect(list()).toMatchObject({ points: [], pointsUpdatedAt: null })
    book.run('history.undo', {})
    expect(list().points).toHaveLength(2)
  })

  test('are not overwritten by somebody who began before the last edit', () => {
    set([phone('13800001027')])
    const { pointsUpdatedAt } = list()
    set([phone('13900002718')])
    for (const stale of [null, pointsUpdatedAt])
      expect(() => set([], stale)).toThrow(code('contacts.changed-meanwhile'))
    expect(list().points).toMatchObject([{ masked: '139 •••• 2718' }])
  })

  test('are left alone by an edit of the customer', () => {
    set([phone('13800001027')])
    const { updatedAt } = book.run('customers.get', { id: customerId })
    const fields = customerFieldsOf({ name: '改名示例' })
    book.run('customers.update', { id: customerId, updatedAt, fields })
    expect([list().points.length, found('13800001027'), found('改名')]).toEqual([1, 1, 1])
  })
})

describe('a search', () => {
  test.each(['谷雨', 'liguyu', 'lgy', '1027', '0755-2234', '5678', 'liguyu_2024', 'example', '谷'])(
    'finds the customer by %s of a person',
    (word) => {
      expect(found(word)).toBe(0)
      add(liGuyu)
      expect(found(word)).toBe(1)
    },
  )

  test.each(['采购经理', '采购部', '周三', '前台'])('does not look at %s', (word) => {
    add(liGuyu)
    expect(found(word)).toBe(0)
  })

  test('no longer finds what was changed', () => {
    const id = add(liGuyu)
    edit(id, { name: '郑立冬', points: [] })
    expect([found('lgy'), found('1027'), found('zld')]).toEqual([0, 0, 1])
  })
})

describe('erasing a customer (X5, X10)', () => {
  test('leaves no person, number or trace of them in the book', () => {
    add(liGuyu)
    book.command({ route: 'customers.erase', undoable: false }, (context) =>
      eraseCustomers(context, { ids: [customerId], reason: 'requested' }),
    )
    const tables = ['contact', 'contact_point']
    const left = tables.map((table) =>
      book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    )
    expect(left).toEqual([0, 0])
    const journal = book.book.raw.prepare('SELECT before, after FROM change').all()
    expect(JSON.stringify(journal)).not.toMatch(/谷雨|1027|5678/)
  })
})
