import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assertReferences,
  listReferenceQueries,
} from '../../../../electron/jobs/backup/check-references'
import { createTestBook, type TestBook } from '../../../factories/test-book'

type Raw = Database.Database
type Column = { name: string; type: string; needed: 0 | 1; isKey: 0 | 1 }
type Reference = { table: string; column: string; parent: string; needed: 0 | 1 }

const passes = (raw: Raw) => {
  try {
    assertReferences(raw)
    return true
  } catch {
    return false
  }
}
const passesPragma = (raw: Raw) => (raw.pragma('foreign_key_check') as unknown[]).length === 0

describe('foreign keys of the production schema', () => {
  let book: TestBook
  let raw: Raw
  let references: Reference[]
  beforeAll(() => {
    book = createTestBook()
    raw = book.book.raw
    raw.pragma('foreign_keys = OFF')
    raw.pragma('ignore_check_constraints = ON')
    const listTriggers = `SELECT name FROM sqlite_schema WHERE type = 'trigger'`
    for (const name of raw.prepare<[], string>(listTriggers).pluck().all())
      raw.exec(`DROP TRIGGER "${name}"`)
    references = raw
      .prepare<[], Reference>(
        `SELECT t.name AS "table", f."from" AS "column", f."table" AS parent, own."notnull" AS needed
         FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
         JOIN pragma_table_info(t.name) own ON own.name = f."from"
         WHERE t.type = 'table' ORDER BY 1, 2`,
      )
      .all()
  })
  afterAll(() => book.dispose())

  /** A row whose references all lead to row 1 of their parents, but for those named. */
  function insert(table: string, id: number, values: Record<string, number | null>): void {
    const columns = raw
      .prepare<[string], Column>(
        `SELECT name, type, "notnull" AS needed, pk > 0 AS isKey FROM pragma_table_xinfo(?) WHERE hidden = 0`,
      )
      .all(table)
    const own = references.filter((reference) => reference.table === table)
    const valueOf = ({ name, type, isKey }: Column) => {
      if (name in values) return values[name]
      if (own.some(({ column }) => column === name)) return 1
      if (type === 'INTEGER' || type === 'REAL') return id
      return isKey === 1 || type === 'TEXT' ? `示例 ${table} ${id}` : Buffer.from([id])
    }
    const marks = columns.map(() => '?').join(', ')
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    raw
      .prepare(`INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${marks})`)
      .run(columns.map(valueOf))
  }

  /** Every table of a reference has its row 1, then the work adds what it likes; nothing of it stays. */
  function withRows(work: () => void): void {
    raw.exec('BEGIN')
    try {
      const tables = new Set(references.flatMap(({ table, parent }) => [parent, table]))
      for (const table of tables) insert(table, 1, {})
      work()
    } finally {
      raw.exec('ROLLBACK')
    }
  }

  it('are all looked up without reading rows for what an index holds', () => {
    expect(references.length).toBeGreaterThan(20)
    expect(listReferenceQueries(raw).filter((sql) => sql.startsWith('PRAGMA'))).toEqual([])
    const scan = listReferenceQueries(raw).filter((sql) => sql.includes('DISTINCT "customer_id"'))
    const plan = scan.flatMap((sql) => raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
    const details = plan.map((row) => String((row as { detail: unknown }).detail))
    const read = details.filter((detail) =>
      /^(SCAN (?!child$)|SEARCH \w+ USING COVERING)/.test(detail),
    )
    expect(scan.length).toBeGreaterThan(3)
    expect(read.length).toBe(scan.length)
    for (const detail of read) expect(detail).toMatch(/USING COVERING INDEX/)
  })

  it('are whole where all of them lead to a row (control)', () => {
    withRows(() => expect([passes(raw), passesPragma(raw)]).toEqual([true, true]))
  })

  it('are found when one of them leads to nothing, each', () => {
    for (const { table, column } of references)
      withRows(() => {
        insert(table, 2, { [column]: 777 })
        const verdicts = { table, column, sql: passes(raw), pragma: passesPragma(raw) }
        expect(verdicts).toEqual({ table, column, sql: false, pragma: false })
      })
  })

  it('get the verdict of SQLite, whatever rows there are', { timeout: 120_000 }, () => {
    let broken = 0
    const runs = 150
    const row = fc.record({
      index: fc.nat(),
      id: fc.integer({ min: 2, max: 9 }),
      value: fc.constantFrom<(number | null)[]>(null, 1, 1, 1, 2, 5, 9, -1, 777),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        withRows(() => {
          for (const { index, id, value } of rows) {
            const reference = references[index % references.length]
            if (!reference || (value === null && reference.needed === 1)) continue
            insert(reference.table, id, { [reference.column]: value })
          }
          const verdict = passesPragma(raw)
          if (!verdict) broken++
          expect(passes(raw)).toBe(verdict)
        })
      }),
      { numRuns: runs },
    )
    expect(broken).toBeGreaterThan(runs / 10)
    expect(broken).toBeLessThan(runs)
  })
})

/** Keys of other shapes; `broken` makes the reference lead to nothing. */
const shapes: { name: string; schema: string; broken: string }[] = [
  {
    name: 'of two columns',
    schema: `CREATE TABLE p (a INTEGER, b INTEGER, PRIMARY KEY (a, b)); INSERT INTO p VALUES (1, 2), (3, 4);
      CREATE TABLE c (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p (a, b)); CREATE INDEX i ON c (a, b);
      INSERT INTO c VALUES (1, 2), (NULL, 9)`,
    broken: 'INSERT INTO c VALUES (1, 4)',
  },
  {
    name: 'of words, compared without case',
    schema: `CREATE TABLE p (a TEXT PRIMARY KEY COLLATE NOCASE); INSERT INTO p VALUES ('Chen');
      CREATE TABLE c (a TEXT REFERENCES p (a)); INSERT INTO c VALUES ('CHEN'), (NULL)`,
    broken: `INSERT INTO c VALUES ('Lin')`,
  },
  {
    name: 'to another column than the first key',
    schema: `CREATE TABLE p (id INTEGER PRIMARY KEY, code INTEGER UNIQUE); INSERT INTO p VALUES (1, 50);
      CREATE TABLE c (a INTEGER REFERENCES p (code)); CREATE INDEX i ON c (a); INSERT INTO c VALUES (50)`,
    broken: 'INSERT INTO c VALUES (1)',
  },
  {
    name: 'that name no column of the parent',
    schema: `CREATE TABLE p (id INTEGER PRIMARY KEY, value INTEGER); INSERT INTO p VALUES (1, 8);
      CREATE TABLE c (value INTEGER REFERENCES P); CREATE INDEX i ON c (value) WHERE value IS NOT NULL;
      INSERT INTO c VALUES (1), (NULL)`,
    broken: 'INSERT INTO c VALUES (8)',
  },
  {
    name: 'of a column without a type',
    schema: `CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);
      CREATE TABLE c (a REFERENCES p (id)); INSERT INTO c VALUES ('1')`,
    broken: `INSERT INTO c VALUES ('x')`,
  },
  {
    name: 'two of one table, of which one has an index',
    schema: `CREATE TABLE p (id INTEGER PRIMARY KEY, ref INTEGER); INSERT INTO p VALUES (1, 1);
      CREATE TABLE c (a INTEGER REFERENCES p (id), b INTEGER REFERENCES p (id)); CREATE INDEX i ON c (a);
      INSERT INTO c VALUES (1, 1), (NULL, 1), (1, NULL)`,
    broken: 'INSERT INTO c VALUES (NULL, 2)',
  },
  {
    name: 'to its own table, with names that need quotes',
    schema: `CREATE TABLE "a ""table" ("the id" INTEGER PRIMARY KEY, "up ""to" INTEGER REFERENCES "a ""table" ("the id"));
      CREATE INDEX "an ""index" ON "a ""table" ("up ""to"); INSERT INTO "a ""table" VALUES (1, NULL), (2, 1), (3, 3)`,
    broken: `INSERT INTO "a ""table" VALUES (4, 5)`,
  },
  {
    name: 'of a table without rowid to one without rowid',
    schema: `CREATE TABLE p (id INTEGER PRIMARY KEY) WITHOUT ROWID; INSERT INTO p VALUES (1);
      CREATE TABLE c (k TEXT PRIMARY KEY, a INTEGER REFERENCES p (id)) WITHOUT ROWID; INSERT INTO c VALUES ('x', 1)`,
    broken: `INSERT INTO c VALUES ('y', 2)`,
  },
  {
    name: 'behind an expression in an index',
    schema: `CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);
      CREATE TABLE c (a INTEGER REFERENCES p (id)); CREATE INDEX i ON c (abs(a), a); INSERT INTO c VALUES (1)`,
    broken: 'INSERT INTO c VALUES (-1)',
  },
  {
    name: 'to a key that is no row id and may be empty',
    schema: `CREATE TABLE p (id INTEGER PRIMARY KEY DESC); INSERT INTO p VALUES (NULL), (1);
      CREATE TABLE c (a INTEGER REFERENCES p (id)); INSERT INTO c VALUES (1)`,
    broken: 'INSERT INTO c VALUES (2)',
  },
  {
    name: 'to a table that is gone',
    schema: `CREATE TABLE c (a INTEGER REFERENCES gone (id)); INSERT INTO c VALUES (NULL)`,
    broken: 'INSERT INTO c VALUES (1)',
  },
]

describe('foreign keys', () => {
  it.each(shapes)('$name get the verdict of SQLite', ({ schema, broken }) => {
    const raw = new Database(':memory:')
    raw.pragma('foreign_keys = OFF')
    raw.exec(schema)
    expect([passes(raw), passesPragma(raw)]).toEqual([true, true])
    raw.exec(broken)
    expect([passes(raw), passesPragma(raw)]).toEqual([false, false])
    raw.close()
  })
})
