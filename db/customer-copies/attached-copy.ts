import type Database from 'better-sqlite3'
import { AppError } from '@shared/core/errors'
import type { Book, ReadHandle } from '../handles'

const copies = new WeakMap<Database.Database, Book>()

/** Puts a proven copy of a backup beside an open book, read-only, so that customers can be taken from it; one before it is closed. */
export function attachCopy(book: Pick<Book, 'raw'>, copy: Book): void {
  detachCopy(book)
  copies.set(book.raw, copy)
}

/** Closes the copy beside a book, if there is one. */
export function detachCopy({ raw }: Pick<Book, 'raw'>): void {
  copies.get(raw)?.close()
  copies.delete(raw)
}

/** The copy beside a book. @throws AppError customer-restores.gone when there is none */
export function getCopy({ raw }: ReadHandle): ReadHandle {
  const copy = copies.get(raw)
  if (!copy) throw new AppError('customer-restores.gone')
  return copy.read
}
