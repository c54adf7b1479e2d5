import { chunkBytes } from '@shared/features/attachments/attachments.rules'
import type { DataSession } from '../../electron/ipc/context'
import type { TestBook } from './test-book'

type File = { fileName?: string; content?: Uint8Array; session?: DataSession }

/** The pieces that a window sends. */
export function piecesOf(content: Uint8Array): Uint8Array[] {
  const count = Math.ceil(content.length / chunkBytes)
  return Array.from({ length: count }, (_, index) =>
    content.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  )
}

/** Lets a file come in as the window sends it; nothing of it is seen yet. @returns id of the upload */
export function sendFile(
  book: TestBook,
  customerId: number,
  { fileName = '示例.txt', content = Buffer.from('示例 1'), session }: File = {},
): string {
  const announced = { customerId, fileName, bytes: content.length }
  const { uploadId } = book.run('attachments.begin', announced, session)
  for (const [sequence, chunk] of piecesOf(content).entries())
    book.run('attachments.append', { uploadId, sequence, chunk: Uint8Array.from(chunk) }, session)
  return uploadId
}

/** Puts a file to a customer. */
export function attachFile(
  book: TestBook,
  customerId: number,
  file: File = {},
): { ids: number[]; already: number } {
  const uploadIds = [sendFile(book, customerId, file)]
  return book.run('attachments.add', { customerId, uploadIds }, file.session)
}
