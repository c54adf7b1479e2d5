import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {
  AutomationAction,
  AutomationTrigger,
} from '@shared/features/automation/automation.schema'
import type { Condition } from '@shared/features/conditions/conditions.schema'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (fields: object = {}) => book.run('customers.create', customerForm(fields)).id
const make = (name: string) =>
  book.run('tags.create', { type: 'value', name, color: null, subgroup: null }).id
const ruleOf = (
  trigger: AutomationTrigger,
  actions: AutomationAction[],
  ...conditions: Condition[]
) => ({ name: '规则', trigger, actions, conditions: { match: 'all' as const, conditions } })
const addRule = (...parts: Parameters<typeof ruleOf>) =>
  book.run('automation.create', ruleOf(...parts)).id
const edit = (id: number, fields: object) => {
  const { updatedAt } = book.run('customers.get', { id })
  book.run('customers.update', { id, updatedAt, fields: customerFieldsOf(fields) })
}
const attach = (id: number, name: string) =>
  book.run('tags.attach', { customerIds: [id], tags: [{ type: 'value', name }] })
const wornBy = (id: number) => book.run('customers.get', { id }).tags.map(({ name }) => name)
const rows = (sql: string) => book.book.raw.prepare<[], Record<string, unknown>>(sql).all()
const tasks = () => rows('SELECT title, customer_id, assignee_id, due_at, source FROM task')
const rules = () => book.run('automation.list', {}).rules
const codeOf = (code: string) => expect.objectContaining({ code }) as unknown

const task = (title: string): AutomationAction => ({
  ...{ do: 'task', title, inDays: 2, assignee: 'owner' },
})

describe('a rule (R073)', () => {
  test('runs after those that were there before it, also when earlier ones were taken away', () => {
    const add = (name: string) =>
      book.run('automation.create', {
        ...ruleOf({ on: 'created' }, [task('问好')]),
        name,
      }).id
    const [first, second] = [add('一'), add('二')]
    add('三')
    book.run('automation.delete', { id: first })
    book.run('automation.delete', { id: second })
    add('四')
    expect(rules().map(({ name }) => name)).toEqual(['三', '四'])
  })

  test('runs in the command that sets it off, and one undo takes back both', () => {
    addRule({ on: 'stage', stages: ['won'] }, [task('发合同')])
    const id = create()
    const before = trackedState(book)
    book.run('customers.setStage', { ids: [id], stage: 'won', lostReason: null })
    expect(tasks()).toEqual([
      {
        ...{ title: '发合同', customer_id: id, assignee_id: book.owner.userId },
        ...{ due_at: new Date(2024, 4, 17).getTime(), source: 'automation' },
      },
    ])
    const { runs } = book.run('automation.listRuns', {})
    expect(runs).toMatchObject([{ customers: 1, route: 'customers.setStage', canUndo: true }])
    book.run('history.undo', { commandId: runs[0]?.commandId })
    expect(trackedState(book)).toBe(before)
    expect(book.run('automation.listRuns', {}).runs).toEqual([])
  })

  test('does all that it says', () => {
    const [old, fresh] = [make('旧'), make('新')]
    const other = book.signIn('示例销售', 'sales')
    const id = create()
    attach(id, '旧')
    addRule({ on: 'field', fields: ['tier'], customFieldIds: [] }, [
      { do: 'add-tag', tagId: fresh },
      { do: 'remove-tag', tagId: old },
      { do: 'owner', userId: other.userId },
      { do: 'next-date', inDays: 3, note: '回访' },
      { do: 'notice', to: 'owner', text: '升级了' },
      task('登门'),
    ])
    book.run('customers.setTier', { ids: [id], tier: 'high' })
    const detail = book.run('customers.get', { id })
    expect(detail.tags.map(({ name }) => name)).toEqual(['新'])
    expect(detail).toMatchObject({ ownerId: other.userId, lastInteractionAt: null })
    expect(detail.nextStep).toMatchObject({ note: '回访', at: new Date(2024, 4, 18).getTime() })
    expect(rows('SELECT user_id, text FROM notice')).toEqual([
      { user_id: other.userId, text: '升级了' },
    ])
    expect(tasks()).toMatchObject([{ assignee_id: other.userId }])
  })

  test('goes off by its trigger and conditions only', () => {
    const tag = make('重点')
    addRule({ on: 'created' }, [task('新客户')], { field: 'industry', op: 'any', values: ['零售'] })
    addRule({ on: 'tag-added', tagIds: [tag] }, [task('重点')])
    addRule({ on: 'field', fields: ['industry'], customFieldIds: [] }, [task('改行')])
    const id = create({ industry: '制造业' })
    expect(tasks()).toEqual([])
    edit(id, { notes: '只改备注', industry: '制造业' })
    expect(tasks()).toEqual([])
    edit(id, { industry: '零售' })
    attach(id, '重点')
    attach(id, '重点')
    create({ industry: '零售' })
    expect(tasks().map(({ title }) => title)).toEqual(['改行', '重点', '新客户'])
  })

  test('hears of custom fields', () => {
    const { id: fieldId } = book.run('custom-fields.create', {
      ...{ name: '车牌', type: 'text', kinds: 'both', groupName: null },
      ...{ options: [], requiredStages: [] },
    })
    addRule({ on: 'field', fields: [], customFieldIds: [fieldId] }, [task('换牌')])
    const { id } = book.run('customers.create', {
      ...customerForm({}),
      custom: { [fieldId]: '粤B' },
    })
    expect(tasks()).toEqual([])
    for (const plate of ['粤A', '']) {
      const { updatedAt } = book.run('customers.get', { id })
      const custom = { [fieldId]: plate }
      book.run('customers.update', { id, updatedAt, fields: customerFieldsOf({}), custom })
    }
    expect(tasks()).toHaveLength(2)
  })

  test('is set off by a tag that a rule put on', () => {
    const tag = make('制造')
    const conditions: Condition[] = [{ field: 'industry', op: 'any', values: ['制造业'] }]
    book.run('tags.setRule', { id: tag, rule: { match: 'all', conditions } })
    addRule({ on: 'tag-added', tagIds: [tag] }, [task('送样册')])
    create({ industry: '制造业' })
    expect(tasks()).toHaveLength(1)
  })

  test('does nothing while it is switched off, or for an archived customer', () => {
    const ruleId = addRule({ on: 'field', fields: ['tier'], customFieldIds: [] }, [task('登门')])
    const [id, archived] = [create(), create()]
    book.run('customers.archive', { ids: [archived] })
    book.run('customers.setTier', { ids: [archived], tier: 'high' })
    book.run('automation.setEnabled', { id: ruleId, enabled: false })
    book.run('customers.setTier', { ids: [id], tier: 'high' })
    expect(tasks()).toEqual([])
    book.run('automation.setEnabled', { id: ruleId, enabled: true })
    book.run('customers.setTier', { ids: [id], tier: 'normal' })
    expect(tasks()).toHaveLength(1)
  })

  test('acts with the authority of whoever made it, whoever sets it off', () => {
    const sales = book.signIn('示例销售', 'sales')
    addRule({ on: 'stage', stages: ['won'] }, [{ do: 'owner', userId: book.owner.userId }])
    const { id } = book.run('customers.create', customerForm({}), sales)
    book.run('customers.setStage', { ids: [id], stage: 'won', lostReason: null }, sales)
    expect(book.run('customers.get', { id }).ownerId).toBe(book.owner.userId)
    const rule = ruleOf({ on: 'created' }, [task('登门')])
    expect(() => book.run('automation.create', rule, sales)).toThrow(codeOf('core.forbidden'))
  })

  test('stands in for somebody who has left', () => {
    expect(() => addRule({ on: 'created' }, [{ do: 'notice', to: 4711, text: '新客户' }])).toThrow(
      codeOf('automation.no-such-person'),
    )
    const leaver = book.signIn('示例离职', 'service')
    addRule({ on: 'created' }, [{ do: 'notice', to: leaver.userId, text: '新客户' }])
    book.book.raw.prepare(`UPDATE user SET status = 'disabled' WHERE id = ?`).run(leaver.userId)
    create()
    expect(rows('SELECT user_id FROM notice')).toEqual([{ user_id: book.owner.userId }])
  })

  test('goes with the list of its runs, and comes back with it', () => {
    const id = addRule({ on: 'created' }, [task('登门')])
    create()
    const before = trackedState(book)
    book.run('automation.delete', { id })
    expect(rules()).toEqual([])
    expect(tasks()).toHaveLength(1)
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
  })
})

describe('a rule that sets itself off', () => {
  test('runs once, is stopped, and whoever made it is told', () => {
    const other = book.signIn('示例销售', 'sales')
    const owner: AutomationTrigger = { on: 'field', fields: ['ownerId'], customFieldIds: [] }
    addRule(owner, [{ do: 'owner', userId: book.owner.userId }, task('交接')])
    const id = create()
    book.run('customers.transfer', { ids: [id], ownerId: other.userId })
    expect(tasks()).toHaveLength(1)
    expect(rules()).toMatchObject([{ enabled: true, stoppedAt: book.clock(), runs: 1 }])
    const [told] = rows('SELECT user_id, customer_id, text FROM notice')
    expect(told).toMatchObject({ user_id: book.owner.userId, customer_id: id })
    expect(told?.text).toContain('规则')
    book.run('customers.transfer', { ids: [id], ownerId: other.userId })
    expect(tasks()).toHaveLength(1)
  })

  test('through another one stops too, and both ran once', () => {
    const [a, b] = [make('甲'), make('乙')]
    addRule({ on: 'tag-added', tagIds: [a] }, [
      { do: 'remove-tag', tagId: a },
      { do: 'add-tag', tagId: b },
    ])
    addRule({ on: 'tag-added', tagIds: [b] }, [
      { do: 'remove-tag', tagId: b },
      { do: 'add-tag', tagId: a },
    ])
    const id = create()
    const before = trackedState(book)
    attach(id, '甲')
    expect(rules().map(({ stoppedAt, runs }) => [stoppedAt !== null, runs])).toEqual([
      [true, 1],
      [false, 1],
    ])
    expect(wornBy(id)).toEqual(['甲'])
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
  })

  test('gets another chance when it is switched on, and the edit can still be taken back', () => {
    const other = book.signIn('示例销售', 'sales')
    const owner: AutomationTrigger = { on: 'field', fields: ['ownerId'], customFieldIds: [] }
    const ruleId = addRule(owner, [{ do: 'owner', userId: book.owner.userId }])
    const id = create()
    book.run('customers.transfer', { ids: [id], ownerId: other.userId })
    const { commandId } = book.run('automation.listRuns', {}).runs[0] ?? { commandId: 0 }
    book.run('automation.setEnabled', { id: ruleId, enabled: true })
    expect(rules()[0]?.stoppedAt).toBeNull()
    book.run('history.undo', { commandId })
    expect(book.run('automation.listRuns', {}).runs).toEqual([])
  })

  test('is not one that two of its triggers reach at once (control)', () => {
    addRule({ on: 'field', fields: ['tier', 'industry'], customFieldIds: [] }, [task('看看')])
    const id = create({ industry: '零售' })
    edit(id, { industry: '制造业', tier: 'high' })
    expect(tasks()).toHaveLength(1)
    expect(rules()[0]?.stoppedAt).toBeNull()
  })
})
