import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RouteInput } from '@shared/contract'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { attach, copyOf } from '../../factories/customer-copies'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

type Field = RouteInput<'custom-fields.create'>
const plain = { kinds: 'both' as const, groupName: null, options: [], requiredStages: [] }
const addField = (field: Partial<Field> & Pick<Field, 'name'>) =>
  book.run('custom-fields.create', { ...plain, type: 'text', ...field }).id
const option = (label: string) => ({ key: null, label })
const fields = () => book.run('custom-fields.list', {}).fields
const fieldOf = (name: string) => fields().find((one) => one.name === name)
const create = (custom: Record<number, string>, notes: string | null = null) =>
  book.run('customers.create', { ...customerForm({ name: '自定义示例', notes }), custom }).id
const setValues = (id: number, custom: Record<number, string>) =>
  book.run('customers.update', {
    ...{ id, updatedAt: book.run('customers.get', { id }).updatedAt, custom },
    fields: customerFieldsOf({ name: '自定义示例' }),
  })
const detail = (uid: string) => {
  const id = Number(book.book.raw.prepare('SELECT id FROM customer WHERE uid = ?').pluck().get(uid))
  return book.run('customers.get', { id })
}
const uidOf = (id: number) => book.run('customers.get', { id }).uid
/** What a customer has, by the names of the fields. */
const valuesOf = (uid: string) =>
  Object.fromEntries(
    detail(uid).custom.map(({ fieldId, value }) => [
      fields().find(({ id }) => id === fieldId)?.name,
      value,
    ]),
  )
const rows = () => book.run('customer-restores.list', {}).rows
const choose = (uid: string, mode: 'fill' | 'replace') => ({ choices: [{ uid, mode }] })
/** Previews and commits; both say the same. */
function takeBack(uid: string, mode: 'fill' | 'replace' = 'fill') {
  const expected = book.run('customer-restores.preview', choose(uid, mode))
  const done = book.run('customer-restores.commit', choose(uid, mode))
  expect(done).toEqual(expected)
  return done
}
const undo = () => book.run('history.undo', {})

describe('values of custom fields in a backup (R073, R094)', () => {
  test('come back with a customer who is gone, of every type, and go again by undo', async () => {
    const [size, visits] = [addField({ name: '尺码' }), addField({ name: '次数', type: 'number' })]
    const options = [option('展会'), option('门店')]
    const channel = addField({ name: '渠道', type: 'multi-choice', options })
    const id = create({ [size]: '加大', [visits]: '12.50', [channel]: '门店、展会' })
    const [uid, before] = [uidOf(id), valuesOf(uidOf(id))]
    const copy = copyOf(book)
    undo()
    const gone = trackedState(book)
    await attach(book, copy)
    expect(rows()).toMatchObject([{ status: 'missing', newValues: 3, changedValues: 0 }])
    expect(takeBack(uid)).toMatchObject({ newCustomers: 1, values: 3, newFields: 0 })
    expect(valuesOf(uid)).toEqual(before)
    expect(before).toMatchObject({ 次数: '12.5' })
    expect(rows()).toMatchObject([{ status: 'same' }])
    undo()
    expect(trackedState(book)).toBe(gone)
  })

  test('fill what is empty now; what says something else only where that was chosen', async () => {
    const [size, colour, later] = ['尺码', '颜色', '后来'].map((name) => addField({ name }))
    const id = create({ [size ?? 0]: '加大', [colour ?? 0]: '红' })
    const uid = uidOf(id)
    const copy = copyOf(book)
    setValues(id, { [size ?? 0]: '', [colour ?? 0]: '蓝', [later ?? 0]: '新' })
    expect(await attach(book, copy)).toMatchObject({ changed: 1 })
    expect(rows()).toMatchObject([{ status: 'changed', newValues: 1, changedValues: 1 }])
    expect(takeBack(uid)).toMatchObject({ values: 1, changedValues: 0, changedCustomers: 1 })
    expect(valuesOf(uid)).toEqual({ 尺码: '加大', 颜色: '蓝', 后来: '新' })
    expect(takeBack(uid, 'replace')).toMatchObject({ values: 0, changedValues: 1 })
    expect(valuesOf(uid)).toEqual({ 尺码: '加大', 颜色: '红', 后来: '新' })
    expect(rows()).toMatchObject([{ status: 'same' }])
    expect(takeBack(uid, 'replace')).toMatchObject({ changedValues: 0, changedCustomers: 0 })
  })

  test('are noticed by the comparing of all where nothing else differs', async () => {
    const size = addField({ name: '尺码' })
    const id = create({ [size]: '加大' })
    create({ [size]: '中' })
    const copy = copyOf(book)
    // By SQL, since every command moves the customer's own moment on.
    book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw.prepare(`UPDATE custom_value SET value = '小' WHERE customer_id = ?`).run(id),
    )
    expect(await attach(book, copy)).toMatchObject({ changed: 1, same: 1 })
  })

  test('bring their field with them when it is not there any more, once for all customers', async () => {
    addField({ name: '先有' })
    const kept = fieldOf('先有')
    const size = addField({ name: '尺码', kinds: 'person', requiredStages: ['won'] })
    const then = fieldOf('尺码')
    const uids = ['甲', '乙'].map((value) => uidOf(create({ [size]: value })))
    const copy = copyOf(book)
    for (let step = 0; step < 3; step += 1) undo()
    expect(fields()).toEqual([kept])
    await attach(book, copy)
    const choices = uids.map((uid) => ({ uid, mode: 'fill' as const }))
    const expected = book.run('customer-restores.preview', { choices })
    expect(expected).toMatchObject({ newCustomers: 2, values: 2, newFields: 1 })
    expect(book.run('customer-restores.commit', { choices })).toEqual(expected)
    expect(fields()).toEqual([kept, { ...then, id: fieldOf('尺码')?.id }])
    expect(uids.map(valuesOf)).toEqual([{ 尺码: '甲' }, { 尺码: '乙' }])
    undo()
    expect(fields()).toEqual([kept])
  })

  test('go into another field of the same name, choices by their words', async () => {
    const options = [option('展会'), option('门店')]
    const channel = addField({ name: '渠道', type: 'choice', options })
    const uid = uidOf(create({ [channel]: '门店' }))
    const copy = copyOf(book)
    for (let step = 0; step < 2; step += 1) undo()
    addField({ name: '渠道', type: 'choice', options: [option('网店'), option('门店')] })
    await attach(book, copy)
    expect(takeBack(uid)).toMatchObject({ values: 1, newFields: 0, valuesToNotes: 0 })
    const wanted = fieldOf('渠道')?.options.find(({ label }) => label === '门店')?.key
    expect(valuesOf(uid)).toEqual({ 渠道: wanted })
    expect(rows()).toMatchObject([{ status: 'same' }])
  })

  test('convert where the type of their field changed and they say the same under it', async () => {
    const visits = addField({ name: '次数' })
    const id = create({ [visits]: '12' })
    const uid = uidOf(id)
    const copy = copyOf(book)
    setValues(id, { [visits]: '' })
    book.run('custom-fields.changeType', {
      ...{ id: visits, type: 'number', language: 'zh-CN', rest: 'refuse' },
    })
    await attach(book, copy)
    expect(takeBack(uid)).toMatchObject({ values: 1, valuesToNotes: 0 })
    const number = book.book.raw.prepare('SELECT number FROM custom_value').pluck().get()
    expect([valuesOf(uid), number]).toEqual([{ 次数: '12' }, 12_000_000])
  })

  test('stand at the end of the notes where no field takes them, and only once', async () => {
    const visits = addField({ name: '次数' })
    const id = create({ [visits]: '三四次' }, '老客户')
    const uid = uidOf(id)
    const copy = copyOf(book)
    setValues(id, { [visits]: '' })
    book.run('custom-fields.changeType', {
      ...{ id: visits, type: 'number', language: 'zh-CN', rest: 'refuse' },
    })
    await attach(book, copy)
    expect(rows()).toMatchObject([{ status: 'changed', fields: ['notes'], newValues: 0 }])
    expect(takeBack(uid)).toMatchObject({ values: 0, valuesToNotes: 1 })
    expect(detail(uid)).toMatchObject({ notes: '老客户\n次数：三四次', custom: [] })
    expect(rows()).toMatchObject([{ status: 'same' }])
    expect(takeBack(uid, 'replace')).toMatchObject({ valuesToNotes: 0, changedCustomers: 0 })
  })

  test('of an archived field come back into it, seen by nobody as before', async () => {
    const size = addField({ name: '尺码' })
    const uid = uidOf(create({ [size]: '加大' }))
    const copy = copyOf(book)
    undo()
    book.run('custom-fields.archive', { id: size })
    await attach(book, copy)
    expect(takeBack(uid)).toMatchObject({ values: 1, newFields: 0 })
    expect(valuesOf(uid)).toEqual({})
    book.run('custom-fields.unarchive', { id: size })
    expect(valuesOf(uid)).toEqual({ 尺码: '加大' })
  })
})
