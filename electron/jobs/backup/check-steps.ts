import type Database from 'better-sqlite3'
import { connect } from '@db/connect'
import { readBookFacts } from '@db/snapshot'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { assertReferences, quoted } from './check-references'
import { damaged } from './errors'

/**
 * A piece of the check of a database, for one connection. `facts` compares rows, audit head and size with the manifest; `structure`
 * walks every tree and the free list, finds pages that are used twice or never, counts every index against its table and looks at what
 * every row must hold (NOT NULL, types); `indexes` seeks every row of a table in each of its indexes; `references` looks up every
 * foreign key. `everything` is all four at once, and what `facts`, `structure`, `indexes` of all tables and `references` come to.
 */
export type CheckStep =
  | { kind: 'everything'; manifest: BackupManifest }
  | { kind: 'facts'; manifest: BackupManifest }
  | { kind: 'structure' }
  | { kind: 'indexes'; tables: string[] }
  | { kind: 'references' }

/**
 * What is read in order, each page once, goes through a cache that fits into the processor's own: with 2 MiB it takes a sixth less time
 * than with 150.
 */
const streamKib = 2048

/**
 * @param key page key, overwritten with zeros here
 * @throws AppError `backups.damaged`
 */
export function openForCheck(path: string, key: Buffer): Database.Database {
  let raw: Database.Database | null = null
  try {
    raw = connect({ path, key, readonly: true })
    raw.exec('BEGIN')
    return raw
  } catch {
    raw?.close()
    throw damaged('database does not open')
  }
}

/**
 * @param cacheKib memory for pages that are sought in no order
 * @throws AppError `backups.damaged`; native errors of a database that does not read
 */
export function runStep(raw: Database.Database, step: CheckStep, cacheKib: number): void {
  const isSeeking = step.kind === 'indexes' || step.kind === 'everything'
  raw.pragma(`cache_size = -${isSeeking ? cacheKib : streamKib}`)
  if (step.kind === 'facts' || step.kind === 'everything') compareFacts(raw, step.manifest)
  if (step.kind === 'structure') assertOk(raw, 'quick_check(1)')
  if (step.kind === 'everything') assertOk(raw, 'integrity_check(1)')
  if (step.kind === 'indexes')
    for (const table of step.tables) assertOk(raw, `integrity_check(${quoted(table)})`)
  if (step.kind === 'references' || step.kind === 'everything') assertReferences(raw)
}

/** Seconds of a step on one core beside each other, measured on a book of 786 MB: what the bar of progress goes by. */
const measured = { structure: 4.1, references: 1.9, indexes: 8.4, facts: 0.2 }

/**
 * Tells for each step of a shared check which part of the whole work it is, 0 to 1.
 * @param manifest tells how the work on indexes is spread over the tables
 */
export function shareOfSteps(manifest: BackupManifest): (step: CheckStep) => number {
  const counts = manifest.rowCounts
  const rowsOf = (tables: string[]) => tables.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  const rows = rowsOf(Object.keys(counts))
  const whole = Object.values(measured).reduce((sum, seconds) => sum + seconds, 0)
  return (step) => {
    if (step.kind === 'everything') return 1
    const part = step.kind === 'indexes' ? rowsOf(step.tables) / Math.max(rows, 1) : 1
    return (measured[step.kind] * part) / whole
  }
}

/**
 * The steps that two connections share, the long ones first. A table that the manifest does not name is checked like any other.
 * @param manifest tells which table takes longest
 */
export function shareSteps(raw: Database.Database, manifest: BackupManifest): CheckStep[] {
  const weightOf = ({ name, indexes }: Table) => (manifest.rowCounts[name] ?? 0) * indexes
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
    { kind: 'facts', manifest },
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

function compareFacts(raw: Database.Database, manifest: BackupManifest): void {
  const found = readBookFacts(raw)
  const tables = new Set([...Object.keys(found.rowCounts), ...Object.keys(manifest.rowCounts)])
  const differing = [...tables].filter((name) => found.rowCounts[name] !== manifest.rowCounts[name])
  if (differing.length > 0) throw damaged('row counts differ')
  if (found.auditHead !== manifest.auditHead) throw damaged('audit head differs')
  if (found.schemaVersion !== manifest.schemaVersion) throw damaged('schema version differs')
  if (found.pageSize !== manifest.pageSize || found.pageCount !== manifest.pageCount)
    throw damaged('page count differs')
}
