import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { importRows } from '@db/workflows/import-rows'
import {
  type CustomerFilter,
  customerFilter,
  type CustomerSort,
  customerSortKeys,
} from '@shared/features/customers/customers.contract'
import type { DataSession } from '../../../electron/ipc/context'
import { importRowsOf } from '../../factories/import-rows'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let seller: DataSession

beforeAll(() => {
  book = createTestBook()
  seller = book.signIn('示例销售', 'sales')
  for (const session of [book.owner, seller])
    book.command({ route: 'imports.commit', undoable: true, session }, (context) =>
      importRows(context, { fileName: '虚构.csv', rejected: 0, rows: importRowsOf(150) }),
    )
})
afterAll(() => book.dispose())

type Asked = { filter?: Partial<CustomerFilter>; sort?: CustomerSort; session?: DataSession }

/** The plans of the statements over customers that a page of the list really runs. */
function plansOf({ filter = {}, sort, session = book.owner }: Asked): string[] {
  // Statements are kept after their first use: a fresh connection prepares them again, where we can listen.
  book.restart()
  const prepare = vi.spyOn(book.book.raw, 'prepare')
  book.run(
    'customers.list',
    { filter: customerFilter.parse(filter), ...(sort ? { sort } : {}), limit: 20 },
    session,
  )
  const asked = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  const ofList = asked.filter((sql) => sql.startsWith('SELECT') && sql.includes('FROM customer '))
  return ofList.map((sql) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']): [string, null] => [name, null])
    return book.book.raw
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(Object.fromEntries(names))
      .map(({ detail }) => detail)
      .join('\n')
  })
}

/** Whether any statement looks at the table without an index. */
const scansTable = (plan: string) => /^SCAN customer$/m.test(plan)

describe('a page of the list', () => {
  test.each(customerSortKeys.flatMap((by) => [[by, 'asc'] as const, [by, 'desc'] as const]))(
    'of all customers by %s %s walks the index of that order and reads the shown rows alone',
    (by, direction) => {
      const [page = '', ...others] = plansOf({ sort: { by, direction } })
      const column = by.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      expect(page).toMatch(
        new RegExp(`SCAN customer USING (COVERING )?INDEX customer_by_${column}$`, 'm'),
      )
      expect(page).toMatch(/^SEARCH customer USING INTEGER PRIMARY KEY/m)
      expect(others.length).toBeGreaterThan(0)
      expect([page, ...others].filter(scansTable)).toEqual([])
    },
  )

  test.each(customerSortKeys.map((by) => [by]))(
    'of a salesperson’s own customers by %s reads the index of owners alone',
    (by) => {
      const plans = plansOf({ sort: { by, direction: 'asc' }, session: seller })
      expect(plans[0]).toMatch(/INDEX customer_by_owner_id \(owner_id=\? AND pooled_at=\?/)
      expect(plans.filter(scansTable)).toEqual([])
    },
  )

  test('of one owner finds them by the index of owners', () => {
    const plans = plansOf({ filter: { ownerIds: [seller.userId] } })
    expect(plans[0]).toMatch(/INDEX customer_by_owner_id/)
    expect(plans.filter(scansTable)).toEqual([])
  })

  test('is caught where it would look at every row: a search does', () => {
    expect(plansOf({ filter: { text: '示例' } }).filter(scansTable)).not.toEqual([])
  })
})
