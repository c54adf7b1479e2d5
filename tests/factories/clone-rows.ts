import type { TestBook } from './test-book'

/** Clones a row that a real command wrote, with other values in some columns. */
export function cloner({ book }: TestBook, table: string, id: number) {
  const row = book.raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as object
  const columns = Object.keys(row)
  const insert = book.raw.prepare(
    `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`,
  )
  return (values: object) => insert.run({ ...row, ...values })
}

/** `namePinyin` → `name_pinyin`. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
