import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RouteInput } from '@shared/contract'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

type Created = RouteInput<'custom-fields.create'>
const plain = {
  ...{ name: '会员卡号', kinds: 'both' as const, groupName: null },
  ...{ options: [], requiredStages: [] },
} satisfies Omit<RouteInput<'custom-fields.update'>, 'id'>
const labels = (...names: string[]) => names.map((label) => ({ key: null, label }))
const make = (input: Partial<Created> = {}) =>
  book.run('custom-fields.create', { ...plain, type: 'text', ...input }).id
const list = () => book.run('custom-fields.list', {}).fields
const find = (id: number) => list().find((field) => field.id === id)
const fails = (code: string, details = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) as unknown })
const customer = (custom: Record<string, string>, name = '云岫示例') =>
  book.run('customers.create', { ...customerForm({ name }), custom }).id
const valuesOf = (id: number) => book.run('customers.get', { id }).custom

describe('fields of one’s own (R073)', () => {
  test('stand in the order in which they were made, until they are put in another', () => {
    const [a, b, c] = [make({ name: 'A' }), make({ name: 'B' }), make({ name: 'C' })]
    const order = [
      { id: c, groupName: '售后' },
      { id: a, groupName: null },
      { id: b, groupName: '售后' },
    ]
    book.run('custom-fields.reorder', { order })
    expect(list().map(({ id, groupName }) => ({ id, groupName }))).toEqual(order)
    book.run('history.undo', {})
    expect(list().map(({ id }) => id)).toEqual([a, b, c])
  })

  test('are not put in order past a field that somebody made meanwhile', () => {
    const [a, b] = [make({ name: 'A' }), make({ name: 'B' })]
    const none = { groupName: null }
    for (const order of [[{ id: a, ...none }], [a, a].map((id) => ({ id, ...none }))])
      expect(() => book.run('custom-fields.reorder', { order })).toThrow(
        fails('custom-fields.changed-meanwhile'),
      )
    expect(list().map(({ id }) => id)).toEqual([a, b])
  })

  test('have names that differ, whatever their writing', () => {
    make({ name: 'VIP 卡' })
    expect(() => make({ name: 'ｖｉｐ  卡' })).toThrow(fails('custom-fields.name-taken'))
    const other = make({ name: '其他' })
    expect(() => book.run('custom-fields.update', { id: other, ...plain, name: 'vip 卡' })).toThrow(
      fails('custom-fields.name-taken'),
    )
  })

  test('are a hundred at most; archived ones do not count', () => {
    const ids = Array.from({ length: 100 }, (_, index) => make({ name: `字段 ${index}` }))
    expect(() => make()).toThrow(fails('custom-fields.too-many'))
    book.run('custom-fields.archive', { id: ids[0] ?? 0 })
    make()
    expect(() => book.run('custom-fields.unarchive', { id: ids[0] ?? 0 })).toThrow(
      fails('custom-fields.too-many'),
    )
  })

  test('keep what customers have in them while they are archived', () => {
    const id = make()
    const who = customer({ [id]: 'A-17' })
    book.run('custom-fields.archive', { id })
    expect(valuesOf(who)).toEqual([])
    book.run('custom-fields.unarchive', { id })
    expect(valuesOf(who)).toEqual([{ fieldId: id, value: 'A-17' }])
  })

  test('keep their choices by key, so that a choice is renamed for every customer', () => {
    const id = make({ name: '渠道', type: 'choice', options: labels('展会', '转介绍') })
    const [fair, word] = find(id)?.options ?? []
    const who = customer({ [id]: '展会' })
    const edit = { id, ...plain, name: '渠道' }
    if (!fair || !word) throw new Error('two choices')
    book.run('custom-fields.update', { ...edit, options: [word, { ...fair, label: '线下展会' }] })
    expect(valuesOf(who)).toEqual([{ fieldId: id, value: fair.key }])
    expect(() => book.run('custom-fields.update', { ...edit, options: [word] })).toThrow(
      fails('custom-fields.option-in-use', { count: 1 }),
    )
    book.run('custom-fields.update', { ...edit, options: [fair] })
    expect(find(id)?.options).toEqual([fair])
  })

  test('of a choice need choices, each with another label', () => {
    expect(() => make({ type: 'choice' })).toThrow(fails('core.invalid-input'))
    expect(() => make({ type: 'choice', options: labels('展会', ' 展会') })).toThrow()
    expect(() => make({ type: 'choice', options: [{ key: 'invented', label: 'x' }] })).toThrow(
      fails('core.invalid-input'),
    )
  })
})

describe('values of a customer', () => {
  test('are written with the customer in one command that one undo takes back', () => {
    const id = make()
    const before = trackedState(book)
    customer({ [id]: 'A-17' })
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
  })

  test('that a save does not name stay; an empty one goes', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((name) => make({ name }))
    const id = customer({ [a ?? 0]: '一', [b ?? 0]: '二', [c ?? 0]: '三' })
    const { updatedAt } = book.run('customers.get', { id })
    book.run('customers.update', {
      ...{ id, updatedAt, fields: customerFieldsOf() },
      custom: { [a ?? 0]: ' 新 ', [b ?? 0]: '' },
    })
    expect(valuesOf(id)).toEqual([
      { fieldId: a, value: '新' },
      { fieldId: c, value: '三' },
    ])
    book.run('history.undo', {})
    expect(valuesOf(id).map(({ value }) => value)).toEqual(['一', '二', '三'])
  })

  test('that cannot be read refuse the whole save', () => {
    const id = make({ name: '合同额', type: 'money' })
    const before = trackedState(book)
    expect(() => customer({ [id]: '三百' })).toThrow(
      fails('custom-fields.bad-value', { field: '合同额' }),
    )
    expect(() => customer({ 4711: 'x' })).toThrow(fails('custom-fields.not-found'))
    expect(trackedState(book)).toBe(before)
  })

  test('are not journalled again when they stay the same', () => {
    const id = make()
    const who = customer({ [id]: 'A' })
    const { updatedAt } = book.run('customers.get', { id: who })
    const changes = () =>
      book.book.raw
        .prepare(`SELECT count(*) FROM change WHERE table_name = 'custom_value'`)
        .pluck()
        .get()
    const before = changes()
    book.run('customers.update', {
      ...{ id: who, updatedAt, fields: customerFieldsOf(), custom: { [id]: 'A' } },
    })
    expect(changes()).toBe(before)
  })

  test('outlive a restart, for every type', () => {
    const written = {
      text: '卡号 <b>',
      number: '3.5万',
      money: '¥1,200',
      date: '2024年5月1日',
      choice: '展会',
      'multi-choice': '转介绍、展会',
      'yes-no': '是',
      link: 'example.com',
    } as const
    const ids = Object.keys(written).map((type) =>
      make({
        ...{ name: type, type: type as keyof typeof written },
        options: type.endsWith('choice') ? labels('展会', '转介绍') : [],
      }),
    )
    const texts = Object.values(written)
    const who = customer(Object.fromEntries(ids.map((id, index) => [id, texts[index] ?? ''])))
    book.restart()
    const values = new Map(valuesOf(who).map(({ fieldId, value }) => [fieldId, value]))
    const keys = (index: number) => find(ids[index] ?? 0)?.options.map(({ key }) => key) ?? []
    expect(ids.map((id) => values.get(id))).toEqual([
      ...['卡号 <b>', '35000', '1200.00', '2024-05-01'],
      ...[keys(4)[0], keys(5).join('\n'), '1', 'https://example.com'],
    ])
  })
})

describe('changing the type', () => {
  function withDates() {
    const id = make({ name: '生日' })
    const good = customer({ [id]: '2024年5月1日' }, '甲')
    const bad = customer({ [id]: '去年年底' }, '乙')
    return { id, good, bad }
  }

  test('says before what converts and what does not', () => {
    const { id } = withDates()
    const preview = book.run('custom-fields.previewType', { id, type: 'date', language: 'zh-CN' })
    expect(preview).toEqual({
      ...{ converted: 1, refused: 1 },
      examples: [
        { from: '去年年底', to: null, count: 1 },
        { from: '2024年5月1日', to: '2024-05-01', count: 1 },
      ],
    })
  })

  test('is refused while nobody said what is to become of the rest', () => {
    const { id } = withDates()
    const before = trackedState(book)
    const change = { id, type: 'date', language: 'zh-CN', rest: 'refuse' } as const
    expect(() => book.run('custom-fields.changeType', change)).toThrow(
      fails('custom-fields.not-convertible', { count: 1 }),
    )
    expect(trackedState(book)).toBe(before)
  })

  test('keeps the rest in the notes, and one undo brings everything back', () => {
    const { id, good, bad } = withDates()
    const before = trackedState(book)
    book.run('custom-fields.changeType', { id, type: 'date', language: 'zh-CN', rest: 'notes' })
    expect(valuesOf(good)).toEqual([{ fieldId: id, value: '2024-05-01' }])
    expect(valuesOf(bad)).toEqual([])
    expect(book.run('customers.get', { id: bad }).notes).toBe('生日：去年年底')
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
  })

  test('drops the rest where that was chosen', () => {
    const { id, bad } = withDates()
    book.run('custom-fields.changeType', { id, type: 'date', language: 'zh-CN', rest: 'discard' })
    expect(valuesOf(bad)).toEqual([])
    expect(book.run('customers.get', { id: bad }).notes).toBeNull()
  })

  test('loses nothing where the notes are full', () => {
    const { id, bad } = withDates()
    const { updatedAt } = book.run('customers.get', { id: bad })
    const fields = customerFieldsOf({ notes: '满'.repeat(20_000) })
    book.run('customers.update', { id: bad, updatedAt, fields })
    const before = trackedState(book)
    const change = { id, type: 'date', language: 'zh-CN', rest: 'notes' } as const
    expect(() => book.run('custom-fields.changeType', change)).toThrow(
      fails('custom-fields.notes-full'),
    )
    expect(trackedState(book)).toBe(before)
  })

  test('makes choices out of texts and texts out of choices', () => {
    const id = make({ name: '区域' })
    const who = ['华南', '华东', '华南'].map((value, index) =>
      customer({ [id]: value }, `${index}`),
    )
    const to = (type: 'choice' | 'text') =>
      book.run('custom-fields.changeType', { id, type, language: 'en', rest: 'refuse' })
    to('choice')
    expect(find(id)?.options.map(({ label }) => label)).toEqual(['华南', '华东'])
    to('text')
    expect(who.map((one) => valuesOf(one)[0]?.value)).toEqual(['华南', '华东', '华南'])
    expect(find(id)?.options).toEqual([])
  })
})
