import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { quote } from './salvage-rows'

type Violation = { table: string; rowid: number; parent: string; fkid: number }
type Column = { name: string; type: string; notnull: number; dflt_value: unknown; pk: number }
type Values = Record<string, string | number>

/** What stands in for a lost row that others need; in both languages, since it is stored as text. */
const standIns: Record<string, (id: number, raw: Database.Database) => Values> = {
  user: (id) => ({ name: `找回 Recovered ${id}`, role: 'sales', status: 'disabled' }),
  customer: (id, raw) => ({
    ...{ code: `C19700101${String(id).padStart(4, '0')}`, kind: 'company', stage: 'prospect' },
    ...{ name: `找回 Recovered ${id}`, name_pinyin: 'zhao hui recovered', name_initials: 'zh' },
    ...{ tier: 'normal', owner_id: firstUser(raw), creator_id: firstUser(raw) },
    search_text: `找回 recovered ${id}`,
  }),
}

export type Mended = {
  /** Rows put in for lost ones, by table. */
  standIns: Record<string, number>
  /** Rows that were taken out because what they belong to is lost, by table. */
  orphans: Record<string, number>
}

/**
 * Gives a salvaged book whole references again: a lost person or customer that others belong to is stood in for by an empty one, since
 * losing one page of people must not lose all their customers; any other row whose parent is lost is taken out.
 * @param now epoch ms, for the columns that need a moment
 */
export function mendReferences(raw: Database.Database, now: number): Mended {
  const mended: Mended = { standIns: {}, orphans: {} }
  for (;;) {
    const broken = raw.pragma('foreign_key_check') as Violation[]
    if (broken.length === 0) return mended
    const parent = ['user', 'customer'].find((name) => broken.some((one) => one.parent === name))
    if (parent === undefined) removeRows(raw, broken, mended.orphans)
    else {
      const ids = new Set(
        broken.filter((one) => one.parent === parent).map((one) => idIn(raw, one)),
      )
      for (const id of ids) putStandIn(raw, parent, id, now)
      mended.standIns[parent] = (mended.standIns[parent] ?? 0) + ids.size
    }
  }
}

function removeRows(
  raw: Database.Database,
  broken: Violation[],
  orphans: Record<string, number>,
): void {
  for (const { table, rowid } of broken) {
    const sql = `DELETE FROM ${quote(table)} WHERE rowid = ?`
    orphans[table] = (orphans[table] ?? 0) + raw.prepare(sql).run(rowid).changes
  }
}

/** The id of the parent that a row misses. */
function idIn(raw: Database.Database, { table, rowid, fkid }: Violation): number {
  const keys = raw.pragma(`foreign_key_list(${quote(table)})`) as { id: number; from: string }[]
  const column = keys.find(({ id }) => id === fkid)?.from ?? ''
  const sql = `SELECT ${quote(column)} FROM ${quote(table)} WHERE rowid = ?`
  return Number(raw.prepare(sql).pluck().get(rowid))
}

function putStandIn(raw: Database.Database, table: string, id: number, now: number): void {
  const given: Values = { ...standIns[table]?.(id, raw), id, uid: randomUUID() }
  const columns = (raw.pragma(`table_info(${quote(table)})`) as Column[]).filter(
    ({ name, notnull, dflt_value }) => name in given || (notnull === 1 && dflt_value === null),
  )
  const values = columns.map(({ name, type }) => given[name] ?? (type === 'TEXT' ? '' : now))
  const names = columns.map(({ name }) => quote(name)).join(', ')
  const marks = columns.map(() => '?').join(', ')
  raw.prepare(`INSERT INTO ${quote(table)} (${names}) VALUES (${marks})`).run(...values)
}

function firstUser(raw: Database.Database): number {
  return Number(raw.prepare('SELECT min(id) FROM user').pluck().get())
}
