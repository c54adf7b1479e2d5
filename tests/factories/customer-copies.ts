import { join } from 'node:path'
import { attachCopy } from '@db/customer-copies/attached-copy'
import { compareAll } from '@db/customer-copies/compare-all'
import { connectToCopy } from '@db/customer-copies/connect-for-copies'
import { openBook } from '@db/open'
import { tempFolder } from '../support/temp-folder'
import type { TestBook } from './test-book'

/** The book of this moment as a backup would hold it. */
export function copyOf({ book, key }: TestBook): { path: string; key: Buffer } {
  const path = join(tempFolder(), 'book.db')
  book.raw.prepare('VACUUM INTO ?').run(path)
  return { path, key }
}

/** Compares a copy with a book and puts it beside it, as the job and the data process do. */
export async function attach(book: TestBook, { path, key }: { path: string; key: Buffer }) {
  const copy = connectToCopy({ path, key: Buffer.from(key) })
  const counts = await compareAll(copy, book.book.read, () => Promise.resolve())
  copy.raw.close()
  attachCopy(book.book, openBook({ path, key: Buffer.from(key), mode: 'open', readonly: true }))
  return counts
}
