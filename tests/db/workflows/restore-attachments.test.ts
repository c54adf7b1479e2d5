import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAttachment, readAttachment } from '@db/repositories/attachments'
import { chunkBytes } from '@shared/features/attachments/attachments.rules'
import { attachFile } from '../../factories/attachments'
import { attach, copyOf } from '../../factories/customer-copies'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
let id: number
beforeEach(() => {
  book = createTestBook()
  id = book.run('customers.create', customerForm({ name: '归来示例' })).id
})
afterEach(() => book.dispose())

const content = Buffer.alloc(chunkBytes + 999, '示例')
const items = (customerId = id) => book.run('attachments.list', { customerId }).items
const row = () => book.run('customer-restores.list', {}).rows[0]
const takeBack = () => {
  const choices = [{ uid: row()?.uid ?? '', mode: 'fill' as const }]
  return book.run('customer-restores.commit', { choices })
}
const count = (table: string) =>
  Number(book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
function bytesOf(attachmentId: number): Buffer {
  const reading = { read: book.book.read, session: book.owner, clock: book.clock, fields: null }
  const { chunks } = openAttachment(reading, attachmentId)
  return Buffer.concat(
    Array.from({ length: chunks }, (_, sequence) =>
      readAttachment(reading, { id: attachmentId, sequence }),
    ),
  )
}

describe('files of a customer who is taken back from a backup', () => {
  test('come with their bytes into a book that has them no more, and go again by undo', async () => {
    attachFile(book, id, { fileName: '合同.bin', content })
    const copy = copyOf(book)
    const [file] = items()
    book.run('attachments.delete', { id: file?.id ?? 0 })
    // As a book that was never the same: no journal, and so no content.
    book.book.raw.exec(
      'DROP TRIGGER append_only_change_delete; DELETE FROM change; DELETE FROM attachment_chunk; DELETE FROM attachment_blob',
    )
    const without = trackedState(book)
    expect(await attach(book, copy)).toMatchObject({ changed: 1 })
    expect(row()).toMatchObject({ status: 'changed', newAttachments: 1 })
    expect(takeBack()).toMatchObject({ changedCustomers: 1, attachments: 1 })
    const [back] = items()
    expect(back).toMatchObject({ fileName: '合同.bin', creatorName: '示例店主' })
    expect(bytesOf(back?.id ?? 0).equals(content)).toBe(true)
    expect(row()).toMatchObject({ status: 'same', newAttachments: 0 })
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(without)
  })

  test('use the content that the book has already', async () => {
    attachFile(book, id, { content })
    const copy = copyOf(book)
    book.run('attachments.delete', { id: items()[0]?.id ?? 0 })
    await attach(book, copy)
    expect(takeBack()).toMatchObject({ attachments: 1 })
    expect([count('attachment_blob'), count('attachment_chunk')]).toEqual([1, 2])
  })

  test('are no difference where the customer has the same content under another name', async () => {
    attachFile(book, id, { content })
    const copy = copyOf(book)
    book.run('attachments.delete', { id: items()[0]?.id ?? 0 })
    attachFile(book, id, { content, fileName: 'other.bin' })
    await attach(book, copy)
    expect(row()).toMatchObject({ status: 'same', newAttachments: 0 })
  })
})
