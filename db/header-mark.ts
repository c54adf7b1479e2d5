import { z } from 'zod'
import type { Book } from './handles'
import { findJsonSetting, writeJsonSetting } from './json-setting'

const key = 'vault-header'
const markSchema = z.object({ generation: z.number().int(), recoverySlotId: z.string() })

/** The newest vault header that this book was opened with or told of. */
export type HeaderMark = z.output<typeof markSchema>
/** The header that somebody wants to open the book with; `isRecovery`: with the recovery key. */
export type OfferedHeader = HeaderMark & { isRecovery: boolean }

/** What the book knows of its header; null in a new book. It lies in the encrypted file, so nobody can set it back alone. */
export function findHeaderMark(book: Book): HeaderMark | null {
  return findJsonSetting(book, key, markSchema)
}

/** Remembers a header; the generation never goes back. */
export function noteHeader(book: Book, { generation, recoverySlotId }: HeaderMark): void {
  const known = findHeaderMark(book)
  if (known && known.generation > generation) return
  writeJsonSetting(book, key, { generation, recoverySlotId })
}

/**
 * True for a header that is older than the book: it may bring back a removed person or an old password. The recovery key
 * opens it all the same, when it is the one that is valid today, because a lost header must not lock the owner out.
 */
export function isRolledBack(known: HeaderMark | null, offered: OfferedHeader): boolean {
  if (known === null || offered.generation >= known.generation) return false
  return !(offered.isRecovery && offered.recoverySlotId === known.recoverySlotId)
}
