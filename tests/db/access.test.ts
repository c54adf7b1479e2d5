import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '@shared/core/permissions'
import { customerFilter } from '@shared/features/customers/customers.contract'
import {
  isReadable,
  type OwnedRecord,
  relationOf,
  type Viewer,
} from '@shared/features/ownership/ownership.rules'
import { openableRows, ownRows, poolRows, readableRows, viewerValues } from '@db/access'
import { customerWhere } from '@db/customer-filter'
import { importRows } from '@db/workflows/import-rows'
import { importRowsOf } from '../factories/import-rows'
import { qualitySettings } from '@shared/features/quality/quality.schema'
import { createTestBook, type TestBook } from '../factories/test-book'

const count = 60
let book: TestBook
let people: number[]

beforeAll(() => {
  book = createTestBook()
  people = [book.owner, ...roles.map((role) => book.signIn(role, role))].map((p) => p.userId)
  book.command({ route: 'imports.commit', undoable: true }, (context) =>
    importRows(context, { fileName: '虚构.csv', rejected: 0, rows: importRowsOf(count) }),
  )
})
afterAll(() => book.dispose())

type StoredRecord = OwnedRecord & { id: number; archivedAt: number | null }

const records = () =>
  book.book.raw
    .prepare<[], StoredRecord>(
      `SELECT c.id, c.owner_id AS ownerId, u.role AS ownerRole, c.pooled_at AS pooledAt, c.owned_since AS ownedSince,
         c.created_at AS createdAt, c.last_interaction_at AS lastInteractionAt, c.archived_at AS archivedAt
       FROM customer c JOIN user u ON u.id = c.owner_id ORDER BY c.id`,
    )
    .all()

const idsWhere = (condition: string, viewer: Viewer) =>
  book.book.raw
    .prepare<unknown[], number>(`SELECT id FROM customer WHERE ${condition} ORDER BY id`)
    .pluck()
    .all(viewerValues(viewer))

/** Few moments, so that equal ones and edges are met. */
const moment = fc.integer({ min: 0, max: 6 })
const maybe = fc.option(moment, { nil: null })
const states = fc.array(
  fc.record({
    owner: fc.nat(roles.length),
    pooledAt: maybe,
    ownedSince: maybe,
    createdAt: moment,
    lastInteractionAt: maybe,
    archivedAt: maybe,
  }),
  { minLength: count, maxLength: count },
)
const viewers = fc.record({
  person: fc.nat(roles.length),
  role: fc.constantFrom(...roles),
  staleBefore: maybe,
})

describe('whose a record is (R082, R083)', () => {
  test('is the same in SQL and in the rules, for any records, viewers and terms of protection', () => {
    fc.assert(
      fc.property(states, fc.array(viewers, { minLength: 8, maxLength: 8 }), (rows, onlookers) => {
        book.command({ route: 'test', undoable: false }, ({ write }) => {
          const set = write.raw.prepare(
            `UPDATE customer SET owner_id = @ownerId, pooled_at = @pooledAt, owned_since = @ownedSince,
               created_at = @createdAt, last_interaction_at = @lastInteractionAt, archived_at = @archivedAt
             WHERE id = @id`,
          )
          rows.forEach(({ owner, ...row }, index) =>
            set.run({ ...row, ownerId: people[owner], id: index + 1 }),
          )
        })
        const stored = records()
        for (const { person, role, staleBefore } of onlookers) {
          const viewer = { userId: people[person] ?? 0, role, staleBefore }
          const which = (test: (record: StoredRecord) => boolean) =>
            stored.filter(test).map(({ id }) => id)
          const isOpenable = (record: StoredRecord) =>
            isReadable(role, relationOf(record, viewer), record.archivedAt !== null)
          expect(idsWhere(ownRows(), viewer)).toEqual(
            which((record) => relationOf(record, viewer) === 'own'),
          )
          expect(idsWhere(poolRows(viewer), viewer)).toEqual(
            which((record) => relationOf(record, viewer) === 'pool'),
          )
          expect(idsWhere(openableRows(viewer), viewer)).toEqual(which(isOpenable))
          for (const pool of [false, true]) {
            const listed = idsWhere(readableRows(viewer, { pool }), viewer)
            const openable = new Set(which(isOpenable))
            expect(listed.filter((id) => !openable.has(id))).toEqual([])
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('the plans of what a salesperson sees', () => {
  const planOf = (filter: object, staleBefore: number | null) => {
    const viewer = { userId: 2, role: 'sales', staleBefore } as const
    const judging = { settings: qualitySettings.parse({}), now: book.clock() }
    const where = customerWhere(customerFilter.parse(filter), viewer, judging)
    const sql = `SELECT id FROM customer ${where.index} WHERE ${where.sql} ORDER BY created_at DESC, id DESC LIMIT 50`
    return (
      book.book.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(where.values) as { detail: string }[]
    )
      .map(({ detail }) => detail)
      .join('\n')
  }

  test('own customers are found and sorted in one index, without reading a row', () => {
    const index = 'SEARCH customer USING COVERING INDEX customer_by_owner_id'
    for (const filter of [{}, { archived: true }, { stages: ['won'] }, { ownerIds: [2] }])
      expect(planOf(filter, null)).toContain(index)
  })

  test('the pool is found in an index, with and without a term of protection', () => {
    expect(planOf({ pool: true }, null)).toContain('USING INDEX customer_by_pooled_at')
    expect(planOf({ pool: true }, 5)).toContain('USING COVERING INDEX customer_by_owner_id')
  })

  test('a search reads own rows in the order of the table', () => {
    const plan = planOf({ text: '林' }, null)
    expect(plan).toContain('SEARCH customer USING INTEGER PRIMARY KEY')
    expect(plan).toContain('SEARCH customer USING COVERING INDEX customer_by_owner_id')
  })
})
