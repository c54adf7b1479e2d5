import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasSilentHits, runSilenceRules } from '@db/automation/run-rules'
import { applyConsequences } from '@db/consequences/consequences'
import type {
  AutomationAction,
  AutomationTrigger,
} from '@shared/features/automation/automation.schema'
import { automationLimits } from '@shared/features/automation/automation.schema'
import type { Condition } from '@shared/features/conditions/conditions.schema'
import { customerForm } from '../../factories/customers'
import { importRowsOf } from '../../factories/import-rows'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'
import { importRows } from '@db/workflows/import-rows'

const dayMs = 86_400_000
let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (fields: object = {}) => book.run('customers.create', customerForm(fields)).id
const ruleOf = (
  trigger: AutomationTrigger,
  actions: AutomationAction[],
  ...conditions: Condition[]
) => ({ name: '规则', trigger, actions, conditions: { match: 'all' as const, conditions } })
const addRule = (...parts: Parameters<typeof ruleOf>) =>
  book.run('automation.create', ruleOf(...parts)).id
const rows = (sql: string) => book.book.raw.prepare<[], Record<string, unknown>>(sql).all()
const tasks = () => rows('SELECT title, customer_id, assignee_id, due_at, source FROM task')
const runDue = () =>
  book.command({ route: 'automation.runDue', undoable: true }, (context) => {
    const answer = runSilenceRules(context)
    applyConsequences(context)
    return answer
  })

const task = (title: string): AutomationAction => ({
  ...{ do: 'task', title, inDays: 2, assignee: 'owner' },
})

describe('a rule of silence', () => {
  const due = () => hasSilentHits(book.book.read, book.clock())
  const silence = { on: 'silence', days: 30 } as const

  test('runs once for one silence, and again for the next', () => {
    addRule(silence, [task('打电话')])
    const id = create()
    book.passTime(29 * dayMs)
    expect(due()).toBe(false)
    book.passTime(dayMs)
    expect(due()).toBe(true)
    expect(runDue()).toEqual({ customers: 1 })
    expect(due()).toBe(false)
    book.passTime(5 * dayMs)
    expect(runDue()).toEqual({ customers: 0 })
    book.run('follow-ups.create', {
      ...{ customerId: id, type: 'phone', content: '虚构', occurredAt: book.clock() },
    })
    book.passTime(31 * dayMs)
    expect(runDue()).toEqual({ customers: 1 })
    expect(tasks()).toHaveLength(2)
  })

  test('does not do again what somebody took back', () => {
    addRule(silence, [task('打电话')])
    create()
    book.passTime(31 * dayMs)
    runDue()
    const { runs } = book.run('automation.listRuns', {})
    book.run('history.undo', { commandId: runs[0]?.commandId })
    expect(tasks()).toEqual([])
    expect(due()).toBe(false)
    expect(runDue()).toEqual({ customers: 0 })
  })

  test('is not the last thing that somebody did', () => {
    addRule(silence, [task('打电话')])
    create()
    book.passTime(31 * dayMs)
    runDue()
    expect(book.run('history.getState', {}).undo?.route).toBe('customers.create')
  })

  test('takes so many a day, the longest silent first', () => {
    addRule(silence, [{ do: 'notice', to: 'owner', text: '打电话' }])
    const many = automationLimits.silentAtOnce + 5
    book.command({ route: 'imports.commit', undoable: true }, (context) =>
      importRows(context, {
        ...{ fileName: '示例.csv', rejected: 0 },
        rows: importRowsOf(many),
      }),
    )
    book.passTime(31 * dayMs)
    expect(runDue()).toEqual({ customers: automationLimits.silentAtOnce })
    expect(due()).toBe(false)
    book.passTime(dayMs)
    expect(runDue()).toEqual({ customers: 5 })
  })
})

describe('the test run', () => {
  const preview = (...parts: Parameters<typeof ruleOf>) => {
    const { name: _name, ...rule } = ruleOf(...parts)
    return book.run('automation.preview', { ...rule, id: null })
  }

  test('shows whom a rule of silence would hit, and writes nothing', () => {
    create()
    book.passTime(31 * dayMs)
    create()
    const before = trackedState(book)
    const counts = () =>
      rows(`SELECT (SELECT count(*) FROM task) AS tasks, (SELECT count(*) FROM change) AS changes,
      (SELECT count(*) FROM command) AS commands, (SELECT count(*) FROM automation_run) AS runs`)
    const counted = counts()
    const answer = preview({ on: 'silence', days: 30 }, [task('打电话')])
    expect(answer).toMatchObject({ customers: 1, atOnce: automationLimits.silentAtOnce })
    expect(trackedState(book)).toBe(before)
    expect(counts()).toEqual(counted)
    addRule({ on: 'silence', days: 30 }, [task('打电话')])
    runDue()
    expect(counts()).not.toEqual(counted)
  })

  test('shows whom any other would have hit in the last 30 days, what was taken back left out', () => {
    const [old, lately, undone] = [create(), create(), create()]
    const win = (id: number) =>
      book.run('customers.setStage', { ids: [id], stage: 'won', lostReason: null })
    win(old)
    book.passTime(31 * dayMs)
    win(lately)
    win(undone)
    book.run('history.undo', {})
    const { customers, first } = preview({ on: 'stage', stages: ['won'] }, [task('发合同')])
    expect([customers, first.map(({ id }) => id)]).toEqual([1, [lately]])
  })
})

test('an import runs rules for new customers for so many of them', () => {
  addRule({ on: 'created' }, [task('欢迎')])
  const many = automationLimits.createdAtOnce + 50
  book.command({ route: 'imports.commit', undoable: true }, (context) => {
    importRows(context, {
      ...{ fileName: '示例.csv', rejected: 0 },
      rows: importRowsOf(many),
    })
    applyConsequences(context)
  })
  expect(tasks()).toHaveLength(automationLimits.createdAtOnce)
  book.run('history.undo', {})
  expect(tasks()).toEqual([])
})
