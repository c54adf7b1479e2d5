import { afterEach, beforeEach, expect, it } from 'vitest'
import { eraseCustomers } from '@db/workflows/erase-customers'
import { attachFile, sendFile } from '../../factories/attachments'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { decryptedImage } from '../../support/decrypted-image'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const newCustomer = () => book.run('customers.create', customerForm()).id
const count = (table: string) =>
  Number(book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
const mark = '附件标记莫桑湖'
const content = (name: string) => Buffer.from(`${mark}${name}`.repeat(300))
const holdsMark = () => decryptedImage(book.book.raw).includes(Buffer.from(mark))

function erase(id: number): void {
  book.command({ route: 'customers.erase', undoable: false }, (context) =>
    eraseCustomers(context, { ids: [id], reason: 'requested' }),
  )
}

it('removes the contents that only the erased customer had, those of deleted files too', () => {
  const id = newCustomer()
  attachFile(book, id, { content: content('甲') })
  const [deleted = 0] = attachFile(book, id, { content: content('乙') }).ids
  book.run('attachments.delete', { id: deleted })
  const [undone = 0] = attachFile(book, id, { content: content('丙') }).ids
  book.run('history.undo', {})
  expect(undone).toBeGreaterThan(0)
  expect([count('attachment_blob'), holdsMark()]).toEqual([3, true])
  erase(id)
  expect([count('attachment_blob'), count('attachment_chunk')]).toEqual([0, 0])
  expect(holdsMark()).toBe(false)
})

it('keeps a content that somebody else has as well, and a file that is coming in', () => {
  const [id, other] = [newCustomer(), newCustomer()]
  attachFile(book, id, { content: content('甲') })
  attachFile(book, other, { content: content('甲') })
  const uploadId = sendFile(book, other, { content: content('乙') })
  erase(id)
  expect(count('attachment_blob')).toBe(2)
  book.run('attachments.add', { customerId: other, uploadIds: [uploadId] })
  expect(book.run('attachments.list', { customerId: other }).items).toHaveLength(2)
  erase(other)
  expect(holdsMark()).toBe(false)
})

it('leaves the content of a file that is deleted in the ordinary way (control)', () => {
  const [id = 0] = attachFile(book, newCustomer(), { content: content('甲') }).ids
  book.run('attachments.delete', { id })
  expect(holdsMark()).toBe(true)
})
