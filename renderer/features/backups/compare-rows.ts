/** The tables whose rows mean something to a person, in the order of the preview. */
const comparedTables = [
  'customer',
  'follow_up',
  'tag',
  'customer_tag',
  'import_batch',
  'user',
] as const

type Counts = Readonly<Record<string, number>>
export type ComparedRow = {
  table: (typeof comparedTables)[number]
  /** Rows of the open book; null where there is none to compare with. */
  before: number | null
  after: number
}

/** Rows of a backup beside those of the open book; kinds that neither has are left out, customers never. */
export function compareRows(backup: Counts, present: Counts | null): ComparedRow[] {
  return comparedTables
    .map((table) => ({
      table,
      before: present && (present[table] ?? 0),
      after: backup[table] ?? 0,
    }))
    .filter(({ table, before, after }) => table === 'customer' || after > 0 || (before ?? 0) > 0)
}
