import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const day = 86_400_000
let book: TestBook
let id: number

beforeEach(() => {
  book = createTestBook()
  id = book.run('customers.create', customerForm()).id
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const customer = () => book.run('customers.get', { id })
const stages = () =>
  book
    .run('customers.listTimeline', { customerId: id, kinds: ['stage'] })
    .items.map((item) => (item.kind === 'stage' ? [item.from, item.to, item.reason, item.at] : []))

describe('what is missing for a stage', () => {
  test('is named before anything changes', () => {
    const before = trackedState(book)
    const answer = book.run('lifecycle.check', { ids: [id], stage: 'won' })
    expect(answer).toMatchObject({ total: 1, ready: [] })
    expect(answer.missing[0]?.fields).toEqual(['source', 'contact', 'need', 'industry'])
    expect(trackedState(book)).toBe(before)
  })

  test('tells those that are complete from those that are not', () => {
    const whole = book.run('customers.create', customerForm({ source: '展会推广' })).id
    const answer = book.run('lifecycle.check', { ids: [id, whole], stage: 'prospect' })
    expect(answer.ready).toEqual([whole])
    expect(answer.missing.map((one) => one.id)).toEqual([id])
  })

  test('finds a further number and a tag of need where the 3C mark finds them (D8)', () => {
    book.run('contacts.setPoints', {
      ...{ customerId: id, pointsUpdatedAt: null },
      points: [{ type: 'wechat', raw: 'qingshan_2024' }],
    })
    book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: '周末班' }] })
    const answer = book.run('lifecycle.check', { ids: [id], stage: 'won' })
    expect(answer.missing[0]?.fields).toEqual(['source', 'industry'])
    expect(customer().quality.complete.missing).toEqual(['industry', 'source', 'interaction'])
  })

  test('names the custom fields of that stage, to those who may see their values (R073)', () => {
    const field = { name: '合同号', type: 'text', kinds: 'both', groupName: null } as const
    const made = book.run('custom-fields.create', {
      ...field,
      options: [],
      requiredStages: ['won'],
    })
    const customOf = (stage: 'won' | 'intent') =>
      book.run('lifecycle.check', { ids: [id], stage }).missing[0]?.custom
    expect([customOf('won'), customOf('intent')]).toEqual([['合同号'], []])
    const { updatedAt } = customer()
    const custom = { [made.id]: 'HT-01' }
    book.run('customers.update', { id, updatedAt, fields: customerForm(), custom })
    expect(customOf('won')).toEqual([])
  })

  test('is not told of a customer that the person may not change', () => {
    const seller = book.signIn('示例销售', 'sales')
    expect(() => book.run('lifecycle.check', { ids: [id], stage: 'won' }, seller)).toThrow(
      code('customers.not-found'),
    )
  })
})

describe('moving a customer', () => {
  test('fills in what the stage asks for, in one step that one undo takes back', () => {
    const before = trackedState(book)
    const fill = { source: '展会推广', phone: '0755-12345678', purchaseCycleDays: 26 }
    book.run('lifecycle.move', { id, stage: 'intent', reason: '要了样品', fill })
    expect(customer()).toMatchObject({
      ...{ stage: 'intent', stageReason: '要了样品', source: '展会推广', phoneKind: 'landline' },
      ...{ purchaseCycleDays: 26, name: '云岫示例科技有限公司' },
    })
    expect(stages()).toEqual([['prospect', 'intent', '要了样品', book.clock()]])
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
  })

  test('leaves sealed numbers as they are', () => {
    const idCard = '11010519491231002X'
    const other = book.run(
      'customers.create',
      customerForm({ kind: 'person', name: '示例', idCard }),
    )
    book.run('lifecycle.move', { id: other.id, stage: 'won', fill: { source: '门店' } })
    expect(book.run('customers.reveal', { id: other.id, fields: ['idCard'] })).toEqual({ idCard })
  })

  test('takes a day that has passed, and none that is to come', () => {
    const at = book.clock() - 30 * day
    book.run('lifecycle.move', { id, stage: 'won', at })
    expect(customer()).toMatchObject({ stageChangedAt: at })
    expect(stages()).toEqual([['prospect', 'won', null, at]])
    expect(() =>
      book.run('lifecycle.move', { id, stage: 'repeat', at: book.clock() + day }),
    ).toThrow(code('customers.stage-in-future'))
  })

  test('to 流失 needs its reason, and changes nothing without it (R029)', () => {
    const before = trackedState(book)
    expect(() =>
      book.run('lifecycle.move', { id, stage: 'lost', fill: { source: '门店' } }),
    ).toThrow(code('customers.lost-reason-required'))
    expect(trackedState(book)).toBe(before)
  })
})

describe('every way of changing the stage', () => {
  test('leaves a line on the timeline, and staying leaves none (R038)', () => {
    const { updatedAt } = customer()
    book.run('customers.update', { id, updatedAt, fields: customerForm({ stage: 'intent' }) })
    book.run('customers.setStage', { ids: [id], stage: 'lost', lostReason: '搬走' })
    book.run('customers.setStage', { ids: [id], stage: 'lost', lostReason: '搬走' })
    expect(stages().map((line) => line.slice(0, 3))).toEqual([
      ['intent', 'lost', '搬走'],
      ['prospect', 'intent', null],
    ])
    expect(customer().stageSteps.map(({ stage }) => stage)).toEqual(['prospect', 'intent', 'lost'])
  })
})
