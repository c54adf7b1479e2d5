import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (name: string) => book.run('customers.create', customerForm({ name }))
const tierOf = (id: number) => book.run('customers.get', { id }).tier
const conflict = (changes: number) =>
  expect.objectContaining({ code: 'history.conflict', details: { changes } }) as Error
const nothing = expect.objectContaining({ code: 'history.nothing-to-undo' }) as Error
const state = () => book.run('history.getState', {})
const lastCommand = () => state().undo?.commandId ?? 0

function rename(id: number, name: string): void {
  const { updatedAt } = book.run('customers.get', { id })
  book.run('customers.update', { id, updatedAt, fields: customerFieldsOf({ name }) })
}

function logCall(customerId: number, nextFollowAt: number | null = null): number {
  const entry = { customerId, type: 'phone', content: '问价格', nextFollowAt } as const
  return book.run('follow-ups.create', { ...entry, occurredAt: book.clock() }).id
}

describe('undo', () => {
  test('takes back one’s own commands, last first, and redo brings them back', () => {
    const { id } = create('甲示例')
    book.run('customers.setTier', { ids: [id], tier: 'high' })
    const full = trackedState(book)
    expect(book.run('history.undo', {})).toMatchObject({ route: 'customers.setTier', changes: 1 })
    expect(tierOf(id)).toBe('normal')
    expect(book.run('history.undo', {})).toMatchObject({ route: 'customers.create' })
    expect(book.run('customers.list', {}).total).toBe(0)
    book.run('history.redo', {})
    expect(book.run('history.redo', {})).toMatchObject({ route: 'customers.setTier' })
    expect(trackedState(book)).toBe(full)
  })

  test('brings back the moment of the last edit, so that an editor opened before fits again', () => {
    const { id } = create('甲示例')
    const { updatedAt } = book.run('customers.get', { id })
    rename(id, '乙示例')
    book.run('history.undo', {})
    const fields = customerFieldsOf({ name: '丙示例' })
    expect(() => book.run('customers.update', { id, updatedAt, fields })).not.toThrow()
  })

  test('and redo can go back and forth any number of times', () => {
    const { id } = create('甲示例')
    rename(id, '乙示例')
    for (let round = 0; round < 3; round += 1) {
      book.run('history.undo', {})
      book.run('history.undo', {})
      book.run('history.redo', {})
      book.run('history.redo', {})
    }
    expect(book.run('customers.get', { id }).name).toBe('乙示例')
  })

  test('survives a restart', () => {
    const { id } = create('甲示例')
    rename(id, '乙示例')
    book.run('history.undo', {})
    book.restart()
    expect(state()).toMatchObject({
      undo: { route: 'customers.create', changes: 1 },
      redo: { route: 'customers.update' },
    })
    book.run('history.redo', {})
    expect(book.run('customers.get', { id }).name).toBe('乙示例')
  })

  test('of a follow-up gives the next step back to the entry before it', () => {
    const { id } = create('甲示例')
    const planned = book.clock() + 86_400_000
    const first = logCall(id, planned)
    logCall(id, planned + 86_400_000)
    book.run('history.undo', {})
    expect(book.run('customers.get', { id })).toMatchObject({
      nextFollowAt: planned,
      nextStep: { followUpId: first },
      followUpCount: 1,
    })
  })

  test('never gives a number twice', () => {
    const first = create('甲示例').code
    book.run('history.undo', {})
    const second = create('乙示例')
    expect([first, second.code]).toEqual(['C202405150001', 'C202405150002'])
    expect(second.id).toBe(2)
  })

  test('says so when there is nothing left', () => {
    expect(() => book.run('history.undo', {})).toThrow(nothing)
    expect(() => book.run('history.redo', {})).toThrow(nothing)
    expect(state()).toEqual({ undo: null, redo: null })
  })

  test('leaves out what cannot be undone and what changed nothing', () => {
    const { id } = create('甲示例')
    book.run('customers.reveal', { id, fields: ['phone'] })
    book.run('customers.setTier', { ids: [id], tier: 'normal' })
    expect(state().undo?.route).toBe('customers.create')
  })

  test('a new command ends redo', () => {
    create('甲示例')
    book.run('history.undo', {})
    create('乙示例')
    expect(state().redo).toBeNull()
    expect(() => book.run('history.redo', {})).toThrow(nothing)
  })
})

describe('undo of an older command', () => {
  test('is refused when the row has changed since, and nothing is changed then', () => {
    const { id } = create('甲示例')
    const created = lastCommand()
    rename(id, '乙示例')
    const before = trackedState(book)
    expect(() => book.run('history.undo', { commandId: created })).toThrow(conflict(1))
    expect(trackedState(book)).toBe(before)
  })

  test('is refused when newer rows point at what it made', () => {
    const { id } = create('甲示例')
    const created = lastCommand()
    const tags = [{ type: 'need', name: '急需采购' } as const]
    book.run('tags.attach', { customerIds: [id], tags })
    expect(() => book.run('history.undo', { commandId: created })).toThrow(conflict(1))
  })

  test('goes through when the newer change was taken back itself', () => {
    const { id } = create('甲示例')
    const created = lastCommand()
    rename(id, '乙示例')
    book.run('history.undo', {})
    book.run('history.undo', { commandId: created })
    expect(book.run('customers.list', {}).total).toBe(0)
  })

  test('leaves newer dates of the timeline alone', () => {
    const { id } = create('甲示例')
    rename(id, '乙示例')
    const renamed = lastCommand()
    logCall(id, book.clock() + 1000)
    book.run('history.undo', { commandId: renamed })
    expect(book.run('customers.get', { id })).toMatchObject({
      name: '甲示例',
      nextFollowAt: book.clock() + 1000,
    })
  })

  test('of other rows is not held up', () => {
    const one = create('甲示例')
    const created = lastCommand()
    const two = create('乙示例')
    book.run('customers.archive', { ids: [two.id] })
    book.run('history.undo', { commandId: created })
    expect(() => book.run('customers.get', { id: one.id })).toThrow()
  })

  test('is refused when a link was taken off and put on again meanwhile', () => {
    const { id } = create('甲示例')
    const tags = [{ type: 'need', name: '急需采购' } as const]
    book.run('tags.attach', { customerIds: [id], tags })
    const [tag] = book.run('tags.list', {}).tags
    book.run('tags.detach', { customerIds: [id], tagIds: [tag?.id ?? 0] })
    const detached = lastCommand()
    // Nothing is in the way yet (control).
    expect(book.run('history.explain', { commandId: detached }).total).toBe(0)
    book.run('tags.attach', { customerIds: [id], tags })
    expect(book.run('history.explain', { commandId: detached })).toMatchObject({ total: 1 })
    expect(() => book.run('history.undo', { commandId: detached })).toThrow(conflict(1))
  })

  test('does not happen twice', () => {
    create('甲示例')
    const created = lastCommand()
    book.run('history.undo', { commandId: created })
    expect(() => book.run('history.undo', { commandId: created })).toThrow(nothing)
    expect(() => book.run('history.undo', { commandId: 4711 })).toThrow(nothing)
  })
})

describe('several people on one book', () => {
  test('each has a list of their own', () => {
    const seller = book.signIn('示例销售', 'sales')
    create('甲示例')
    expect(book.run('history.getState', {}, seller).undo).toBeNull()
    book.run('customers.create', customerForm({ name: '乙示例' }), seller)
    book.run('history.undo', {})
    expect(book.run('customers.list', {}).rows.map(({ name }) => name)).toEqual(['乙示例'])
  })

  test('only owners and managers take back another person’s command', () => {
    const seller = book.signIn('示例销售', 'sales')
    create('甲示例')
    const created = lastCommand()
    expect(() => book.run('history.undo', { commandId: created }, seller)).toThrow(
      expect.objectContaining({ code: 'core.forbidden' }),
    )
    const manager = book.signIn('示例主管', 'manager')
    expect(() => book.run('history.undo', { commandId: created }, manager)).not.toThrow()
  })
})
