import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commandIdsQuery } from '@db/repositories/field-history'
import type { RouteOutput } from '@shared/contract'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { plantWholeCustomer } from '../../factories/whole-customer'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const history = (customerId: number, session = book.owner) =>
  book.run('history.ofCustomer', { customerId }, session).groups
const create = (values: object) => book.run('customers.create', customerForm(values)).id

function edit(id: number, values: object): void {
  const { updatedAt } = book.run('customers.get', { id })
  const fields = customerFieldsOf({ name: '甲示例', ...values })
  book.run('customers.update', { id, updatedAt, fields })
}

describe('the history of a customer', () => {
  test('tells who changed which field from what to what, and when, newest first', () => {
    const id = create({ name: '甲示例', need: '旧需求' })
    book.passTime(60_000)
    edit(id, { need: '新需求', tier: 'high', annualRevenue: 1_234_500 })
    const [edited, created] = history(id)
    expect(edited).toMatchObject({
      ...{ route: 'customers.update', kind: 'do', at: book.clock(), userName: '示例店主' },
      ...{ offer: 'undo', customerCount: 1 },
      changes: [{ table: 'customer', operation: 'update', id }],
    })
    const told = Object.fromEntries(
      edited?.changes[0]?.fields.map(({ field, before, after }) => [field, [before, after]]) ?? [],
    )
    expect(told).toEqual({
      need: ['旧需求', '新需求'],
      tier: ['normal', 'high'],
      annualRevenue: [null, 1_234_500],
    })
    expect(created?.changes[0]).toMatchObject({ operation: 'insert' })
    // As it was made, not as it is now.
    expect(created?.changes[0]?.fields).toContainEqual({
      ...{ field: 'need', form: 'text', before: null, after: '旧需求', hidden: false },
    })
  })

  test('tells of a task how it stands, how much it matters, and how it comes again', () => {
    const customerId = create({ name: '甲示例' })
    const title = { title: '寄样品', customerId, dueAt: book.clock() }
    const { id } = book.run('tasks.create', title)
    const fields = {
      ...{ ...title, status: 'waiting' as const, priority: 'high' as const, progress: 40 },
      recurrence: { freq: 'weekly' as const, interval: 2, end: { kind: 'never' as const } },
    }
    const { updatedAt } = book.run('tasks.get', { id })
    book.run('tasks.update', { id, fields, updatedAt })
    const [edited] = history(customerId)
    const change = edited?.changes.find(({ table }) => table === 'task')
    const told = Object.fromEntries(
      change?.fields.map(({ field, form, before, after }) => [field, [form, before, after]]) ?? [],
    )
    expect(told).toEqual({
      status: ['task-status', 'open', 'waiting'],
      priority: ['task-priority', 'normal', 'high'],
      progress: ['percent', 0, 40],
      recurrence: ['recurrence', null, 'FREQ=WEEKLY;INTERVAL=2'],
    })
  })

  test('masks phones, e-mails and numbers for everybody, and never holds a sealed one', () => {
    const id = create({ name: '甲示例', phone: '13800001027', email: 'spring@example.com' })
    edit(id, { phone: '13900002038', email: 'autumn@example.com', idCard: '11010519491231002X' })
    const text = JSON.stringify(history(id))
    expect(text).toContain('138 •••• 1027')
    expect(text).toContain('139 •••• 2038')
    expect(text).toContain('a•••@example.com')
    expect(text).not.toMatch(/13800001027|13900002038|autumn|spring|19491231/)
    const [edited] = history(id)
    expect(edited?.changes[0]?.fields.find(({ field }) => field === 'idCard')).toMatchObject({
      ...{ form: 'sealed', before: null, hidden: false },
    })
    const sealed = book.book.raw.prepare('SELECT id_card_sealed FROM customer').pluck().get()
    expect(text).not.toContain(String(sealed))
  })

  test('names tags, people and rows that belong to the customer, those that are gone too', () => {
    const { id, otherId } = plantWholeCustomer(book, '记号示例')
    book.run('tags.detach', { customerIds: [id], tagIds: [1] })
    book.run('customers.transfer', {
      ids: [id],
      ownerId: book.signIn('示例主管', 'manager').userId,
    })
    const groups = history(id)
    expect(groups.map(({ route }) => route)).toEqual([
      ...['customers.transfer', 'tags.detach', 'test.plant', 'tags.attach', 'follow-ups.create'],
      'customers.create',
    ])
    expect(groups[0]?.changes[0]?.fields).toEqual([
      { field: 'owner', form: 'user', before: '示例店主', after: '示例主管', hidden: false },
    ])
    expect(groups[1]?.changes).toMatchObject([
      { table: 'customer_tag', operation: 'delete', about: { form: 'tag', value: '标签' } },
    ])
    const planted = Object.fromEntries(
      groups[2]?.changes.map(({ table, about }) => [table, about?.value]) ?? [],
    )
    expect(planted).toEqual({
      ...{ contact: '记号示例', contact_point: expect.any(String) as string, custom_value: '自定' },
      ...{ attachment: '记号示例.pdf', verification: 'phone', stage_change: undefined },
      not_duplicate: '邻居示例',
      ...{ task: '记号示例', service_case: '记号示例' },
    })
    expect(otherId).toBeGreaterThan(id)
  })

  test('goes by pages without leaving any out', () => {
    const id = create({ name: '甲示例' })
    for (const need of ['一', '二', '三', '四']) edit(id, { need })
    const seen: number[] = []
    let before: number | null = null
    do {
      const page: RouteOutput<'history.ofCustomer'> = book.run('history.ofCustomer', {
        ...{ customerId: id, before, limit: 2 },
      })
      seen.push(...page.groups.map(({ commandId }) => commandId))
      before = page.next
    } while (before !== null)
    expect(seen).toEqual(history(id).map(({ commandId }) => commandId))
    expect(seen).toHaveLength(5)
  })

  test('tells of undo and redo what they took and brought back', () => {
    const id = create({ name: '甲示例' })
    edit(id, { need: '一' })
    book.run('history.undo', {})
    expect(history(id)[0]).toMatchObject({ kind: 'undo', route: 'customers.update', offer: null })
    expect(history(id)[1]).toMatchObject({ kind: 'do', offer: 'redo' })
    book.run('history.redo', {})
    expect(history(id)[0]).toMatchObject({ kind: 'redo', route: 'customers.update' })
    expect(history(id)[2]).toMatchObject({ kind: 'do', offer: 'undo' })
  })

  test('leaves out what only the program keeps', () => {
    const id = create({ name: '甲示例' })
    const log = { customerId: id, type: 'phone', content: '问', occurredAt: book.clock() } as const
    book.run('follow-ups.create', { ...log, nextFollowAt: book.clock() + 1000 })
    expect(history(id)[0]?.changes.map(({ table }) => table)).toEqual(['follow_up'])
  })

  test('goes in by the rows of the customer', () => {
    const plan = book.book.raw
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${commandIdsQuery}`)
      .all({ customerId: 1, before: 10, limit: 10 })
      .map(({ detail }) => detail)
      .join('\n')
    expect(plan).toContain('change_by_row (table_name=? AND row_id=?)')
    expect(plan).toContain('change_by_removed_customer')
    expect(plan).not.toMatch(/SCAN (c|change|customer|follow_up)\b/)
  })
})

describe('the history for other roles', () => {
  const secrets = {
    ...{ name: '甲示例', contactPerson: '欧阳知秋', address: '虚构路九号', need: '需求密文' },
    ...{ phone: '13800001027', idCard: '11010519491231002X', occupation: '医生密文' },
  }

  test('tells each role its own groups of fields and no more', () => {
    const id = create(secrets)
    edit(id, { ...secrets, contactPerson: '上官云', need: '新需求密文', address: '虚构路十号' })
    const log = { customerId: id, type: 'phone', content: '谈话密文', occurredAt: book.clock() }
    book.run('follow-ups.create', { ...log, type: 'phone' })
    const tags = [{ type: 'need', name: '标签密文' } as const]
    book.run('tags.attach', { customerIds: [id], tags })
    const textFor = (role: Parameters<TestBook['signIn']>[1]) =>
      JSON.stringify(history(id, book.signIn(`示例 ${role}`, role)))

    const marketing = textFor('marketing')
    expect(marketing).toContain('欧••')
    expect(marketing).not.toMatch(/欧阳知秋|上官云|虚构路|需求密文|谈话密文|11010|0021?X|医生/)
    expect(marketing).toContain('标签密文')
    const finance = textFor('finance')
    expect(finance).not.toMatch(/欧|上官|虚构路|密文|1027|phone|contactPerson|need|follow_up/)
    const viewer = textFor('viewer')
    expect(viewer).toContain('需求密文')
    expect(viewer).toContain('谈话密文')
    expect(viewer).not.toMatch(/欧阳知秋|虚构路/)
    expect(textFor('owner')).toContain('欧阳知秋')
  })

  test('is not there for whom the customer is not', () => {
    const id = create(secrets)
    const seller = book.signIn('示例销售', 'sales')
    expect(() => history(id, seller)).toThrow('customers.not-found')
  })

  test('offers undo only of what one could undo', () => {
    const id = create(secrets)
    expect(history(id, book.signIn('示例客服', 'service'))[0]?.offer).toBeNull()
    expect(history(id, book.signIn('示例财务', 'finance'))[0]?.offer).toBeNull()
    expect(history(id, book.signIn('示例主管', 'manager'))[0]?.offer).toBe('undo')
  })

  test('names another customer only where that one may be read', () => {
    const seller = book.signIn('示例销售', 'sales')
    const referrerId = create({ name: '介绍人示例' })
    const id = book.run('customers.create', customerForm({ name: '甲示例' }), seller).id
    edit(id, { referrerId })
    const told = JSON.stringify(history(id, seller))
    expect(told).not.toContain('介绍人示例')
    expect(told).toContain('referrer')
    expect(JSON.stringify(history(id))).toContain('介绍人示例')
  })
})

describe('a custom field in the history', () => {
  const define = () =>
    book.run('custom-fields.create', {
      ...{ name: '合同号', type: 'text', kinds: 'both', groupName: null },
      ...{ options: [], requiredStages: [] },
    }).id

  test('is told to nobody who may not see notes (R084)', () => {
    const fieldId = define()
    const { id } = book.run('customers.create', {
      ...customerForm(),
      custom: { [fieldId]: '机密七' },
    })
    const told = (role: 'finance' | 'viewer') =>
      JSON.stringify(book.run('history.ofCustomer', { customerId: id }, book.signIn(role, role)))
    expect(told('finance')).not.toContain('机密七')
    expect(told('viewer')).toContain('机密七')
  })

  test('shows what it held before its type changed as the text that it was', () => {
    const fieldId = define()
    const { id } = book.run('customers.create', {
      ...customerForm(),
      custom: { [fieldId]: '去年底' },
    })
    const change = { id: fieldId, type: 'yes-no', language: 'zh-CN', rest: 'discard' } as const
    book.run('custom-fields.changeType', change)
    expect(JSON.stringify(history(id))).toContain('去年底')
  })
})
