import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { bookFolderName } from '@shared/features/backups/backup-files.rules'
import { readKeptName } from '@shared/features/backups/kept-books.rules'
import { bookFiles, readHeader } from '../../vault/header-file'

/** A book that had to make room for a restored one and stands beside it, untouched. */
export type KeptBook = {
  path: string
  folderName: string
  bookName: string
  /** Epoch ms. */
  keptAt: number
  bytes: number
  /** Where it stood, and where it goes when it is taken back. */
  place: string
}

/** The kept books beside a book, newest first; folders without a database are none. */
export function listKeptBooks(bookFolder: string): KeptBook[] {
  const parent = dirname(bookFolder)
  const kept = namesIn(parent).flatMap((name) => findKeptBook(join(parent, name), name) ?? [])
  return kept.sort((a, b) => b.keptAt - a.keptAt || (a.folderName < b.folderName ? 1 : -1))
}

/** @throws AppError `core.not-found` when there is no kept book in this folder any more */
export function getKeptBook(path: string, name: string): KeptBook {
  const kept = findKeptBook(path, name)
  if (!kept) throw new AppError('core.not-found', 'no kept book there')
  return kept
}

function findKeptBook(path: string, name: string): KeptBook | null {
  const read = readKeptName(name)
  if (!read || !existsSync(join(path, bookFiles.database))) return null
  // A long name is cut in the folder's name; the header has it whole.
  const bookName = findBookName(path) ?? read.folderName.replace(/\.kebu$/, '')
  const place = join(dirname(path), bookFolderName(bookName))
  return { path, folderName: name, bookName, keptAt: read.keptAt, bytes: bytesIn(path), place }
}

function findBookName(path: string): string | null {
  try {
    return readHeader(path).bookName
  } catch {
    return null
  }
}

function bytesIn(folder: string): number {
  const sizes = namesIn(folder).map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0,
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
