import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (name: string) => book.run('customers.create', customerForm({ name })).id
const get = (id: number) => book.run('customers.get', { id })
const lastCommand = () => book.run('history.getState', {}).undo?.commandId ?? 0
const conflict = expect.objectContaining({ code: 'history.conflict' }) as Error
const undo = (commandId: number) => book.run('history.undo', { commandId })
const found = (text: string) => book.run('customers.list', { filter: { text } }).total

function edit(id: number, values: Parameters<typeof customerFieldsOf>[0]): number {
  book.passTime(1000)
  const fields = customerFieldsOf(values)
  book.run('customers.update', { id, updatedAt: get(id).updatedAt, fields })
  return lastCommand()
}

function log(customerId: number, nextFollowAt: number | null): number {
  book.passTime(1000)
  const entry = { customerId, type: 'phone', content: '问价格', nextFollowAt } as const
  book.run('follow-ups.create', { ...entry, occurredAt: book.clock() })
  return lastCommand()
}

describe('a newer change of something else', () => {
  test('does not keep a rename from being taken back, and stays', () => {
    const id = create('甲示例')
    const renamed = edit(id, { name: '乙示例' })
    book.passTime(1000)
    book.run('customers.setStage', { ids: [id], stage: 'won', lostReason: null })
    const { updatedAt } = get(id)
    book.passTime(1000)
    undo(renamed)
    expect(get(id)).toMatchObject({ name: '甲示例', stage: 'won' })
    expect(get(id).updatedAt).toBeGreaterThan(updatedAt)
    expect([found('甲示'), found('jiashi'), found('乙示')]).toEqual([1, 1, 0])
  })

  test('leaves an editor that was opened before in the wrong, whatever was taken back', () => {
    const id = create('甲示例')
    const renamed = edit(id, { name: '乙示例' })
    const openedAt = get(id).updatedAt
    book.run('customers.setTier', { ids: [id], tier: 'high' })
    undo(renamed)
    expect(() =>
      book.run('customers.update', { id, updatedAt: openedAt, fields: customerFieldsOf() }),
    ).toThrow('customers.changed-meanwhile')
  })

  test('of a search word of its own is found together with what came back', () => {
    const id = create('甲示例')
    const renamed = edit(id, { name: '乙示例' })
    edit(id, { name: '乙示例', externalId: '丙-77', phone: '13800001027' })
    undo(renamed)
    expect(['甲示', '丙-77', '1027', '乙示'].map(found)).toEqual([1, 1, 1, 0])
  })

  test('that says the same word is found by it afterwards', () => {
    const id = create('甲示例')
    const renamed = edit(id, { name: '共词' })
    edit(id, { name: '共词', externalId: '共词' })
    undo(renamed)
    expect(['甲示', '共词'].map(found)).toEqual([1, 1])
  })

  test('on the timeline gives the next step that is open then', () => {
    const id = create('甲示例')
    const day = 86_400_000
    const planned = book.clock() + 3 * day
    log(id, null)
    const [first] = book.run('follow-ups.list', { customerId: id }).entries
    const second = log(id, planned)
    const fields = { type: 'phone', content: '改期', occurredAt: book.clock() } as const
    book.run('follow-ups.update', {
      id: first?.id ?? 0,
      fields: { ...fields, nextFollowAt: planned + day },
    })
    expect(get(id).nextFollowAt).toBe(planned)
    undo(second)
    expect(get(id)).toMatchObject({ nextFollowAt: planned + day, followUpCount: 1 })
  })

  test('can itself be taken back afterwards, to the byte', () => {
    const id = create('甲示例')
    const start = trackedState(book)
    const renamed = edit(id, { name: '乙示例' })
    book.run('customers.setTier', { ids: [id], tier: 'high' })
    const end = trackedState(book)
    undo(renamed)
    book.run('history.redo', {})
    expect(trackedState(book)).toBe(end)
    book.run('history.undo', {})
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(start)
  })
})

describe('a newer change of what belongs together', () => {
  test('keeps an archiving of before from being taken back out of the bin', () => {
    const id = create('甲示例')
    book.run('customers.archive', { ids: [id] })
    const archived = lastCommand()
    book.passTime(5)
    book.run('customers.delete', { ids: [id] })
    expect(() => undo(archived)).toThrow(conflict)
    book.run('history.undo', {})
    expect(() => undo(archived)).not.toThrow()
  })

  test('keeps a stage from going back under a newer reason', () => {
    const id = create('甲示例')
    const staged = edit(id, { name: '甲示例', stage: 'won' })
    edit(id, { name: '甲示例', stage: 'won', stageReason: '签了约' })
    expect(() => undo(staged)).toThrow(conflict)
  })

  test('keeps an address from being mixed out of two', () => {
    const id = create('甲示例')
    const moved = edit(id, { name: '甲示例', regionCode: '310104', address: '虚构路 1 号' })
    edit(id, { name: '甲示例', regionCode: '310104', address: '虚构路 2 号' })
    expect(() => undo(moved)).toThrow(conflict)
  })
})

describe('redo of a command by its number', () => {
  test('brings it back whatever was done since, unless something newer is in the way', () => {
    const [one, two] = [create('甲示例'), create('乙示例')]
    const renamed = edit(one, { name: '丙示例' })
    undo(renamed)
    book.run('customers.setTier', { ids: [one, two], tier: 'high' })
    expect(book.run('history.getState', {}).redo).toBeNull()
    expect(book.run('history.redo', { commandId: renamed })).toMatchObject({ commandId: renamed })
    expect(get(one)).toMatchObject({ name: '丙示例', tier: 'high' })
    undo(renamed)
    edit(one, { name: '丁示例' })
    expect(() => book.run('history.redo', { commandId: renamed })).toThrow(conflict)
  })

  test('is not for what is in effect, cannot be undone, or is another person’s', () => {
    const id = create('甲示例')
    const created = lastCommand()
    const nothing = 'history.nothing-to-undo'
    expect(() => book.run('history.redo', { commandId: created })).toThrow(nothing)
    expect(() => book.run('history.redo', { commandId: 4711 })).toThrow(nothing)
    undo(created)
    const seller = book.signIn('示例销售', 'sales')
    expect(() => book.run('history.redo', { commandId: created }, seller)).toThrow(
      expect.objectContaining({ code: 'core.forbidden' }),
    )
    book.run('history.redo', { commandId: created }, book.signIn('示例主管', 'manager'))
    expect(get(id).name).toBe('甲示例')
  })
})
