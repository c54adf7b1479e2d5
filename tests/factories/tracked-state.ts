import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { trackedTables } from '@db/schema/tracked-tables'
import type { TestBook } from './test-book'

/** Every journalled row with every column, as text: two equal texts are byte-equal tables. */
export function trackedState({ book }: TestBook): string {
  return trackedTables
    .map((table) => {
      const { name } = getTableConfig(table)
      const rows = book.raw.prepare(`SELECT * FROM ${name} ORDER BY id`).all()
      return [name, ...rows.map((row) => JSON.stringify(row))].join('\n')
    })
    .join('\n')
}
