import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { instantOf } from '@shared/core/days/day-arithmetic'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { plantStep, plantTask } from '../../factories/planned-days'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let seller: DataSession

beforeAll(() => {
  book = createTestBook()
  seller = book.signIn('示例销售', 'sales')
  for (const session of [book.owner, seller]) {
    const form = customerForm({ kind: 'person', birthDate: '1990-05-20' })
    const customers = [1, 2].map(() => book.run('customers.create', form, session).id)
    for (const customerId of customers)
      plantStep(book, { customerId, nextFollowAt: instantOf('2024-05-20', 600) })
    plantTask(book, { dueAt: instantOf('2024-05-20', 600), recurrence: 'FREQ=DAILY' }, session)
  }
})
afterAll(() => book.dispose())

type Kind = 'task' | 'next-step' | 'birthday'

/** The statements that a month of one kind really runs. */
function statementsOf(kind: Kind, mine: boolean, session: DataSession): string[] {
  // Statements are kept after their first use: a fresh connection prepares them again, where we can listen.
  book.restart()
  const prepare = vi.spyOn(book.book.raw, 'prepare')
  const range = { from: '2024-04-29', to: '2024-06-09', perDay: 1 }
  book.run('calendar.list', { ...range, kinds: [kind], mine }, session)
  const asked = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  return asked.filter((sql) => /FROM (task|follow_up|customer)\b/.test(sql))
}

function explain<Row>(how: string, sql: string): Row[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']): [string, null] => [name, null])
  const explained = book.book.raw.prepare<unknown[], Row>(`${how} ${sql}`)
  if (names.length > 0) return explained.all(Object.fromEntries(names))
  return explained.all(...Array.from(sql.matchAll(/\?/g), () => null))
}

const planOf = (sql: string) =>
  explain<{ detail: string }>('EXPLAIN QUERY PLAN', sql)
    .map(({ detail }) => detail)
    .join('\n')

const plansOf = (kind: Kind, mine: boolean, session: DataSession) =>
  statementsOf(kind, mine, session).map(planOf)

/** Whether a statement ever reads a row of a table, and not an index alone. */
function readsRows(sql: string): boolean {
  const code = explain<{ opcode: string; p1: number; p4: string | null }>('EXPLAIN', sql)
  const opened = code.filter(({ opcode, p4 }) => opcode === 'OpenRead' && /^\d+$/.test(p4 ?? ''))
  const tables = new Set(opened.map(({ p1 }) => p1))
  return code.some(({ opcode, p1 }) => opcode === 'Column' && tables.has(p1))
}

/** Looks at a table, or at an index, from its beginning to its end. */
const scans = (plan: string) =>
  plan.split('\n').filter((line) => /^SCAN (t|f|c|task|follow_up|customer)\b/.test(line))

describe('a month of the calendar', () => {
  test.each([
    ['of steps goes by their index', 'next-step', false, 'follow_up_by_next_step'],
    [
      'of one’s own steps goes by the indexes of owners and of steps',
      'next-step',
      true,
      'customer_by_owner_id',
    ],
    ['of birthdays goes by month and day', 'birthday', false, 'customer_by_birthday'],
  ] as const)('%s', (_, kind, mine, index) => {
    const session = mine ? seller : book.owner
    const plans = plansOf(kind, mine, session)
    expect(plans.some((plan) => plan.includes(index))).toBe(true)
    expect(plans.flatMap(scans).filter((line) => !/customer_by_archived_at/.test(line))).toEqual([])
  })

  test.each([
    ['steps', 'next-step', false, /count\(\*\)|customer_by_archived_at/, 2],
    ['one’s own steps', 'next-step', true, /customer_by_owner_id/, 1],
    ['birthdays', 'birthday', false, /count\(\*\).*birthday/, 2],
    ['birthdays of one’s own customers', 'birthday', true, /count\(\*\).*customer_by_birthday/, 1],
  ] as const)('counts full days of %s without reading a row', (_, kind, mine, pattern, number) => {
    const counting = statementsOf(kind, mine, book.owner).filter((sql) => pattern.test(sql))
    expect(counting).toHaveLength(number)
    expect(counting.filter(readsRows)).toEqual([])
  })

  test('reads rows for what it shows', () => {
    const [first = ''] = statementsOf('birthday', false, book.owner)
    expect(readsRows(first)).toBe(true)
  })

  test('of tasks goes by the day they are due, and walks open ones alone for those that repeat', () => {
    const plans = plansOf('task', false, book.owner)
    expect(plans.join('\n')).toMatch(/SEARCH t USING INDEX task_by_due/)
    expect(plans.flatMap(scans)).toEqual(['SCAN t USING INDEX task_by_open'])
  })

  test('is caught where a table would be walked through', () => {
    const plan = book.book.raw
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT id FROM follow_up f WHERE f.next_follow_at + 0 > 5`,
      )
      .all()
    expect(plan.flatMap(({ detail }) => scans(detail))).toHaveLength(1)
  })
})
