import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PhraseFormValues } from '@shared/features/phrases/phrases.schema'
import { listStandardPhrases } from '@shared/features/phrases/standard-phrases'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const phraseOf = (title: string, values: Partial<PhraseFormValues> = {}): PhraseFormValues => ({
  ...{ kind: 'phrase', title, content: `${title}，` },
  ...values,
})
const add = (...titles: string[]) =>
  book.run('phrases.create', { phrases: titles.map((title) => phraseOf(title)) }).ids
const list = () => book.run('phrases.list', {}).phrases
const titles = () => list().map(({ title }) => title)
const undo = () => book.run('history.undo', {})

describe('phrases', () => {
  test('stand in their order, templates first, each with its first letters', () => {
    add('没人接', '在比价')
    book.run('phrases.create', { phrases: [phraseOf('报价跟进', { kind: 'template' })] })
    expect(list()).toMatchObject([
      { title: '报价跟进', kind: 'template', initials: 'bjgj' },
      { title: '没人接', initials: 'mrj' },
      { title: '在比价', initials: 'zbj' },
    ])
  })

  test('come as a whole set by one command, without those that are there, and go by one undo', () => {
    const set = listStandardPhrases('retail', 'zh-CN')
    add(set.find(({ kind }) => kind === 'phrase')?.title ?? '')
    const before = trackedState(book)
    const { ids, already } = book.run('phrases.create', { phrases: set })
    expect({ count: ids.length, already }).toEqual({ count: set.length - 1, already: 1 })
    undo()
    expect(trackedState(book)).toBe(before)
  })

  test('of one kind never share a title, whatever its writing', () => {
    const [first = 0] = add('没人接 A')
    expect(() => add('没人接 Ａ')).toThrow(code('phrases.title-taken'))
    const [second = 0] = add('在比价')
    const change = { id: second, title: '没人接 a', content: 'x' }
    expect(() => book.run('phrases.update', change)).toThrow(code('phrases.title-taken'))
    expect(() =>
      book.run('phrases.update', { id: first, title: '没人接 a', content: '改过' }),
    ).not.toThrow()
    const template = phraseOf('在比价', { kind: 'template' })
    expect(() => book.run('phrases.create', { phrases: [template] })).not.toThrow()
  })

  test('can be changed, deleted and put in order, each with an undo', () => {
    const [first = 0, second = 0, third = 0] = add('一', '二', '三')
    const before = trackedState(book)
    book.run('phrases.reorder', { kind: 'phrase', ids: [third, first, second] })
    expect(titles()).toEqual(['三', '一', '二'])
    book.run('phrases.update', { id: first, title: '壹', content: '壹。', type: 'visit' })
    expect(list()[1]).toMatchObject({ title: '壹', content: '壹。', type: 'visit' })
    book.run('phrases.delete', { id: third })
    expect(titles()).toEqual(['壹', '二'])
    for (let step = 0; step < 3; step += 1) undo()
    expect(trackedState(book)).toBe(before)
  })

  test('that are not there, or not those that were put in order, are reported', () => {
    const ids = add('一', '二')
    const change = { id: 4711, title: '三', content: '三' }
    expect(() => book.run('phrases.update', change)).toThrow(code('phrases.not-found'))
    expect(() => book.run('phrases.delete', { id: 4711 })).toThrow(code('phrases.not-found'))
    for (const wrong of [ids.slice(1), [...ids, 4711], [ids[0] ?? 0, ids[0] ?? 0]])
      expect(() => book.run('phrases.reorder', { kind: 'phrase', ids: wrong })).toThrow(
        code('phrases.changed-meanwhile'),
      )
  })

  test('have a limit', () => {
    for (let set = 0; set < 5; set += 1)
      add(...Array.from({ length: 60 }, (_, index) => `第 ${set * 60 + index} 条`))
    expect(() => add('再一条')).toThrow(code('phrases.too-many'))
  })

  test('are read by those who read follow-ups and written by those who write them (R083)', () => {
    add('没人接')
    const viewer = book.signIn('只读', 'viewer')
    expect(book.run('phrases.list', {}, viewer).phrases).toHaveLength(1)
    const one = { phrases: [phraseOf('在比价')] }
    expect(() => book.run('phrases.create', one, viewer)).toThrow(code('core.forbidden'))
    const seller = book.signIn('销售', 'sales')
    expect(() => book.run('phrases.create', one, seller)).not.toThrow()
    const marketing = book.signIn('市场', 'marketing')
    expect(() => book.run('phrases.list', {}, marketing)).toThrow(code('core.forbidden'))
  })
})
