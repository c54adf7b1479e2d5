import type Database from 'better-sqlite3'
import { connect } from '@db/connect'
import { damaged } from './errors'

/**
 * A piece of the check of a database, for one connection. `structure` walks every tree and the free list, finds pages that are used
 * twice or never, counts every index against its table and looks at what every row must hold (NOT NULL, types); `indexes` seeks every row
 * of a table in each of its indexes; `references` looks up every foreign key. `everything` is all three at once, and what `structure`
 * with `indexes` of all tables and `references` come to.
 */
export type CheckStep =
  | { kind: 'everything' }
  | { kind: 'structure' }
  | { kind: 'indexes'; tables: string[] }
  | { kind: 'references' }

/**
 * @param key page key, overwritten with zeros here
 * @throws AppError `backups.damaged`
 */
export function openForCheck(path: string, key: Buffer, cacheKib: number): Database.Database {
  let raw: Database.Database | null = null
  try {
    raw = connect({ path, key, readonly: true })
    raw.pragma(`cache_size = -${cacheKib}`)
    raw.exec('BEGIN')
    return raw
  } catch {
    raw?.close()
    throw damaged('database does not open')
  }
}

/** @throws AppError `backups.damaged`; native errors of a database that does not read */
export function runStep(raw: Database.Database, step: CheckStep): void {
  if (step.kind === 'structure') assertOk(raw, 'quick_check(1)')
  if (step.kind === 'everything') assertOk(raw, 'integrity_check(1)')
  if (step.kind === 'indexes')
    for (const table of step.tables)
      assertOk(raw, `integrity_check("${table.replaceAll('"', '""')}")`)
  if (step.kind === 'references' || step.kind === 'everything') {
    const broken = raw.pragma('foreign_key_check')
    if (!Array.isArray(broken) || broken.length > 0) throw damaged('foreign keys')
  }
}

/**
 * The steps that two connections share, the long ones first. A table that the manifest does not name is checked like any other.
 * @param rowCounts rows of each table, to know which takes longest
 */
export function shareSteps(
  raw: Database.Database,
  rowCounts: Readonly<Record<string, number>>,
): CheckStep[] {
  const weightOf = ({ name, indexes }: Table) => (rowCounts[name] ?? 0) * indexes
  const tables = raw
    .prepare<[], Table>(
      `SELECT t.name, (SELECT count(*) FROM pragma_index_list(t.name)) AS indexes
       FROM sqlite_schema t WHERE t.type = 'table' ORDER BY t.name`,
    )
    .all()
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map(({ name }) => name)
  const [first, ...alone] = tables.slice(0, largeTables).map((name) => indexesOf([name]))
  return [
    { kind: 'structure' },
    ...(first ? [first] : []),
    { kind: 'references' },
    ...alone,
    indexesOf(tables.slice(largeTables)),
  ]
}

/** Handed out one by one; the rest of a book is small. */
const largeTables = 5

type Table = { name: string; indexes: number }

function indexesOf(tables: string[]): CheckStep {
  return { kind: 'indexes', tables }
}

function assertOk(raw: Database.Database, check: string): void {
  if (raw.pragma(check, { simple: true }) !== 'ok') throw damaged('integrity check')
}
