import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assertKnownSchema, getSchemaVersion, migrate, migrations } from '@db/migrations'
import { trackedTables } from '@db/schema/tracked-tables'
import { createTestBook, type TestBook } from '../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

describe('the schema of a new book', () => {
  test('is strict in every table', () => {
    const loose = book.book.raw
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })

  test('names every index of ours after its table', () => {
    const indexes = book.book.raw
      .prepare(
        `SELECT name, tbl_name AS owner FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`,
      )
      .all() as { name: string; owner: string }[]
    for (const { name, owner } of indexes)
      expect(name).toMatch(new RegExp(`^${owner}_(by_|uid_unique|code_unique)`))
  })

  test('never gives a row id twice in a journalled table', () => {
    for (const table of trackedTables) {
      const { name } = getTableConfig(table)
      const sql: unknown = book.book.raw
        .prepare(`SELECT sql FROM sqlite_schema WHERE name = ?`)
        .pluck()
        .get(name)
      expect(sql).toContain('AUTOINCREMENT')
    }
  })

  test('has the columns that the program expects', () => {
    const schema = book.book.raw
      .prepare(
        `SELECT m.name || '.' || c.name || ' ' || lower(c.type) || iif(c."notnull", ' required', '')
         FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, c.cid`,
      )
      .pluck()
      .all()
    expect(schema).toMatchSnapshot()
  })
})

describe('migrations', () => {
  test('leave the file at the version of the program', () => {
    expect(getSchemaVersion(book.book.raw)).toBe(migrations.length)
    expect(() => assertKnownSchema(book.book.raw)).not.toThrow()
  })

  test('that fail leave the file as it was', () => {
    const broken = [
      ...migrations,
      { tag: 'broken', sql: 'CREATE TABLE half (a); SELECT nonsense;' },
    ]
    expect(() => migrate(book.book.raw, broken)).toThrow()
    expect(getSchemaVersion(book.book.raw)).toBe(migrations.length)
    expect(
      book.book.raw.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'half'`).get(),
    ).toBeUndefined()
  })

  test('that would leave a broken reference are rolled back', () => {
    const sql = `INSERT INTO import_batch VALUES (1, 'u', 'f', 0, 0, 4711, 0)`
    expect(() => migrate(book.book.raw, [...migrations, { tag: 'orphan', sql }])).toThrow('orphan')
    expect(book.book.raw.prepare('SELECT count(*) FROM import_batch').pluck().get()).toBe(0)
    expect(book.book.raw.pragma('foreign_keys', { simple: true })).toBe(1)
  })
})
