import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConditionSet } from '@shared/features/conditions/conditions.schema'
import { standardSets, standardTags } from '@shared/features/tags/standard-sets'
import { tagKey } from '@shared/features/tags/tags.rules'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
let ids: number[]
beforeEach(() => {
  book = createTestBook()
  ids = ['甲', '乙', '丙'].map((name) => book.run('customers.create', customerForm({ name })).id)
})
afterEach(() => book.dispose())

const plain = { color: null, subgroup: null }
const list = () => book.run('tags.list', {}).tags
const make = (name: string, type: 'need' | 'value' | 'risk' = 'need') =>
  book.run('tags.create', { type, name, ...plain }).id
const wear = (customerIds: number[], name: string) =>
  book.run('tags.attach', { customerIds, tags: [{ type: 'need', name }] })
const wornBy = (id: number) => book.run('customers.get', { id }).tags.map(({ name }) => name)
const codeOf = (code: string) => expect.objectContaining({ code }) as unknown
const undo = () => book.run('history.undo', {})

describe('managing tags (R014, R040)', () => {
  test('renames, colours and groups one', () => {
    const id = make('价格')
    book.run('tags.update', { id, name: '价格敏感', color: 'gold', subgroup: 'price' })
    expect(list()).toMatchObject([{ name: '价格敏感', color: 'gold', subgroup: 'price' }])
    wear([ids[0] ?? 0], '价格敏感')
    expect(book.run('customers.get', { id: ids[0] ?? 0 }).tags).toMatchObject([{ color: 'gold' }])
  })

  test('keeps subgroups to needs', () => {
    const id = make('大客户', 'value')
    book.run('tags.update', { id, name: '大客户', color: null, subgroup: 'price' })
    expect(list()[0]?.subgroup).toBeNull()
  })

  test('says whose name it is instead of making two of one name', () => {
    const first = make('VIP')
    const second = make('其他')
    const renaming = () => book.run('tags.update', { id: second, name: 'ｖｉｐ', ...plain })
    expect(renaming).toThrow(
      expect.objectContaining({ code: 'tags.name-taken', details: { id: first } }),
    )
    expect(() => make(' vip ')).toThrow(codeOf('tags.name-taken'))
    book.run('tags.update', { id: first, name: 'Vip', ...plain })
    expect(list().map(({ name }) => name)).toEqual(['Vip', '其他'])
  })

  test('puts one away without taking it off, and brings it back when somebody uses it', () => {
    wear(ids, '样品')
    const [tag] = list()
    book.run('tags.archive', { tagIds: [tag?.id ?? 0] })
    expect(list()[0]).toMatchObject({ archivedAt: book.clock(), customers: 3 })
    expect(wornBy(ids[0] ?? 0)).toEqual(['样品'])
    wear([ids[0] ?? 0], '样品')
    expect(list()[0]?.archivedAt).toBeNull()
  })

  test('deletes one from everybody, and one undo gives it back', () => {
    wear(ids, '样品')
    const before = trackedState(book)
    expect(book.run('tags.delete', { tagIds: [list()[0]?.id ?? 0] })).toEqual({ customers: 3 })
    expect(wornBy(ids[0] ?? 0)).toEqual([])
    undo()
    expect(trackedState(book)).toBe(before)
  })

  test('does not delete one that a rule asks for or puts on', () => {
    const [asked, put] = [make('要样品'), make('要跟进')]
    book.run('tags.setRule', {
      id: make('热门'),
      rule: { match: 'all', conditions: [{ field: 'tag', op: 'any', tagIds: [asked] }] },
    })
    book.run('automation.create', {
      ...{ name: '新客户', trigger: { on: 'created' }, conditions: everybody },
      actions: [{ do: 'add-tag', tagId: put }],
    })
    for (const [id, rule] of [
      [asked, '热门'],
      [put, '新客户'],
    ] as const)
      expect(() => book.run('tags.delete', { tagIds: [id] })).toThrow(
        expect.objectContaining({ code: 'tags.in-rule', details: { rules: [rule] } }),
      )
  })

  test('is for those who manage tags', () => {
    const sales = book.signIn('示例销售', 'sales')
    const create = () => book.run('tags.create', { type: 'need', name: '新', ...plain }, sales)
    expect(create).toThrow(codeOf('core.forbidden'))
  })
})

const everybody: ConditionSet = { match: 'all', conditions: [], groups: [] }

describe('merging tags', () => {
  test('leaves every wearer with the survivor once', () => {
    wear(ids, '急')
    wear(ids.slice(0, 2), '加急')
    wear(ids.slice(1), '特急')
    const [a, b, c] = ['急', '加急', '特急'].map(
      (name) => list().find((tag) => tag.name === name)?.id ?? 0,
    )
    book.run('tags.merge', { survivorId: b ?? 0, tagIds: [a ?? 0, b ?? 0, c ?? 0] })
    expect(list()).toMatchObject([{ name: '加急', customers: 3 }])
    for (const id of ids) expect(wornBy(id)).toEqual(['加急'])
  })

  test('lets rules ask for the survivor', () => {
    const [a, b] = [make('急'), make('加急')]
    book.run('tags.setRule', {
      id: make('热', 'value'),
      rule: { match: 'all', conditions: [{ field: 'tag', op: 'any', tagIds: [a] }] },
    })
    book.run('automation.create', {
      ...{ name: '规则', trigger: { on: 'tag-added', tagIds: [a, b] }, conditions: everybody },
      actions: [{ do: 'remove-tag', tagId: a }],
    })
    book.run('tags.merge', { survivorId: b, tagIds: [a] })
    expect(list().find(({ name }) => name === '热')?.rule?.conditions).toMatchObject([
      { tagIds: [b] },
    ])
    expect(book.run('automation.list', {}).rules).toMatchObject([
      { trigger: { tagIds: [b] }, actions: [{ tagId: b }] },
    ])
  })

  test('is refused where a rule would then wait for its own tag, and changes nothing', () => {
    const [a, b] = [make('急'), make('热')]
    book.run('tags.setRule', {
      id: b,
      rule: { match: 'all', conditions: [{ field: 'tag', op: 'any', tagIds: [a] }] },
    })
    const before = trackedState(book)
    expect(() => book.run('tags.merge', { survivorId: b, tagIds: [a] })).toThrow(
      codeOf('tags.rule-circular'),
    )
    expect(trackedState(book)).toBe(before)
  })

  test('is taken back byte for byte, whoever wore what', { timeout: 60_000 }, () => {
    const names = ['一', '二', '三', '四']
    const tagIds = names.map((name) => make(name))
    const links = fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.boolean()), { maxLength: 12 })
    const chosen = fc.subarray([0, 1, 2, 3], { minLength: 1 })
    fc.assert(
      fc.property(links, chosen, fc.nat(3), (worn, going, survivor) => {
        for (const [customer, tag] of worn) wear([ids[customer] ?? 0], names[tag] ?? '')
        const before = trackedState(book)
        const wearers = list().map(({ name }) => name)
        const { merged } = book.run('tags.merge', {
          survivorId: tagIds[survivor] ?? 0,
          tagIds: going.map((index) => tagIds[index] ?? 0),
        })
        expect(list()).toHaveLength(wearers.length - merged)
        for (const id of ids) expect(new Set(wornBy(id)).size).toBe(wornBy(id).length)
        if (merged === 0) return
        undo()
        expect(trackedState(book)).toBe(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the standard tags of a trade', () => {
  test('come in the language of the screen, once, and go by one undo', () => {
    const before = trackedState(book)
    const { added } = book.run('tags.insertSet', { set: 'retail', language: 'en' })
    expect(list()).toHaveLength(added)
    expect(list().map(({ name }) => name)).toContain('Price-sensitive')
    undo()
    expect(trackedState(book)).toBe(before)
  })

  test('leave alone what is there already', () => {
    make('价格敏感')
    const all = standardTags('service', 'zh-CN').length
    expect(book.run('tags.insertSet', { set: 'service', language: 'zh-CN' })).toEqual({
      added: all - 1,
    })
    expect(book.run('tags.insertSet', { set: 'service', language: 'zh-CN' })).toEqual({ added: 0 })
  })

  test('hold no tag twice and group needs only', () => {
    for (const set of standardSets)
      for (const language of ['zh-CN', 'en'] as const) {
        const tags = standardTags(set, language)
        expect(new Set(tags.map(tagKey)).size).toBe(tags.length)
        for (const { type, subgroup } of tags) expect(type === 'need').toBe(subgroup !== null)
      }
  })
})
