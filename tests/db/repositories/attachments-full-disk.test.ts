import { afterEach, beforeEach, expect, it } from 'vitest'
import { chunkBytes } from '@shared/features/attachments/attachments.rules'
import { toErrorShape } from '@shared/core/errors'
import { attachFile } from '../../factories/attachments'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let customerId: number
beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm()).id
})
afterEach(() => book.dispose())

const content = Buffer.alloc(chunkBytes * 3, 5)
const count = (table: string) =>
  Number(book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
/** Room for so many pages more, as on a disk that fills up. */
function leaveRoom(pages: number): void {
  const now = Number(book.book.raw.pragma('page_count', { simple: true }))
  book.book.raw.pragma(`max_page_count = ${now + pages}`)
}
function codeOf(work: () => unknown): string {
  try {
    work()
    return 'ok'
  } catch (error) {
    return toErrorShape(error).code
  }
}

it('a disk that fills up half way leaves no file, says so, and what is left goes with the next one', () => {
  leaveRoom(Math.ceil((chunkBytes * 1.5) / 4096))
  expect(codeOf(() => attachFile(book, customerId, { content }))).toBe('core.disk-full')
  expect(book.run('attachments.list', { customerId }).items).toEqual([])
  // The first piece had room, the second had not and left nothing.
  expect(count('attachment_chunk')).toBe(1)
  leaveRoom(10_000)
  attachFile(book, customerId, { content })
  expect([count('attachment_blob'), count('attachment_chunk')]).toEqual([1, 3])
  expect(book.run('attachments.list', { customerId }).items).toHaveLength(1)
})

it('the same file has room where there is some (control)', () => {
  leaveRoom(10_000)
  expect(codeOf(() => attachFile(book, customerId, { content }))).toBe('ok')
})
