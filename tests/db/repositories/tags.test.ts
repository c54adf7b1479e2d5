import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let ids: number[]
beforeEach(() => {
  book = createTestBook()
  ids = ['甲', '乙', '丙'].map((name) => book.run('customers.create', customerForm({ name })).id)
})
afterEach(() => book.dispose())

const need = (name: string) => ({ type: 'need', name }) as const
const list = () => book.run('tags.list', {}).tags

describe('putting tags on', () => {
  test('makes a new tag once, whatever its writing (R014)', () => {
    book.run('tags.attach', { customerIds: ids, tags: [need('VIP 班'), need('ｖｉｐ  班')] })
    book.run('tags.attach', { customerIds: ids, tags: [need('vip 班')] })
    expect(list()).toMatchObject([{ name: 'VIP 班', code: 'T202405150001', customers: 3 }])
  })

  test('keeps the same word of two types apart', () => {
    book.run('tags.attach', {
      customerIds: ids,
      tags: [need('价格'), { type: 'risk', name: '价格' }],
    })
    expect(list().map(({ type }) => type)).toEqual(['need', 'risk'])
  })

  test('counts the customers that did not wear it yet', () => {
    expect(
      book.run('tags.attach', { customerIds: ids.slice(0, 2), tags: [need('a'), need('b')] }),
    ).toEqual({
      changed: 2,
    })
    expect(book.run('tags.attach', { customerIds: ids, tags: [need('a')] })).toEqual({ changed: 1 })
  })

  test('on an unknown customer is refused, and makes no tag', () => {
    expect(() =>
      book.run('tags.attach', { customerIds: [...ids, 4711], tags: [need('a')] }),
    ).toThrow(expect.objectContaining({ code: 'customers.not-found' }))
    expect(list()).toEqual([])
  })

  test('shows on the list and on the page', () => {
    book.run('tags.attach', {
      customerIds: [ids[0] ?? 0],
      tags: [{ type: 'risk', name: '拖款' }, need('急需')],
    })
    const { rows } = book.run('customers.list', { sort: { by: 'createdAt', direction: 'asc' } })
    expect(rows.map(({ tags }) => tags.map(({ name }) => name))).toEqual([['急需', '拖款'], [], []])
    expect(book.run('customers.get', { id: ids[0] ?? 0 }).tags).toHaveLength(2)
  })
})

describe('taking tags off', () => {
  test('keeps the tag itself', () => {
    book.run('tags.attach', { customerIds: ids, tags: [need('a')] })
    const tagIds = list().map(({ id }) => id)
    expect(book.run('tags.detach', { customerIds: ids.slice(0, 2), tagIds })).toEqual({
      changed: 2,
    })
    expect(list()).toMatchObject([{ name: 'a', customers: 1 }])
  })

  test('of an unknown tag is refused', () => {
    expect(() => book.run('tags.detach', { customerIds: ids, tagIds: [4711] })).toThrow(
      expect.objectContaining({ code: 'tags.not-found' }),
    )
  })
})

test('archived customers do not count', () => {
  book.run('tags.attach', { customerIds: ids, tags: [need('a')] })
  book.run('customers.archive', { ids: ids.slice(0, 1) })
  expect(list()).toMatchObject([{ customers: 2 }])
})
