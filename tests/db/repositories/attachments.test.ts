import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAttachment, readAttachment } from '@db/repositories/attachments'
import { chunkBytes, maxAttachmentBytes } from '@shared/features/attachments/attachments.rules'
import { AppError } from '@shared/core/errors'
import { attachFile, sendFile } from '../../factories/attachments'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let customerId: number
beforeEach(() => {
  book = createTestBook()
  customerId = newCustomer()
})
afterEach(() => book.dispose())

const newCustomer = () => book.run('customers.create', customerForm()).id
const list = (id = customerId) => book.run('attachments.list', { customerId: id }).items
const count = (table: string) =>
  Number(book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
const stored = () => ({ blobs: count('attachment_blob'), chunks: count('attachment_chunk') })
const reading = () => ({
  ...{ read: book.book.read, session: book.owner, clock: book.clock, fields: null },
})
function codeOf(work: () => unknown): string {
  try {
    work()
    return 'ok'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
/** Noise that is the same at each run. */
function noise(bytes: number, seed = 1): Buffer {
  let state = seed
  return Buffer.from(
    Uint8Array.from(
      { length: bytes },
      () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 16,
    ),
  )
}
function readAll(id: number): Buffer {
  const { chunks } = openAttachment(reading(), id)
  return Buffer.concat(
    Array.from({ length: chunks }, (_, sequence) => readAttachment(reading(), { id, sequence })),
  )
}

describe('files at a customer', () => {
  it('come back byte for byte, in pieces, also after a restart', () => {
    const content = noise(chunkBytes * 2 + 77)
    const { ids } = attachFile(book, customerId, { fileName: '合同.bin', content })
    book.restart()
    expect(readAll(ids[0] ?? 0).equals(content)).toBe(true)
    expect(stored()).toEqual({ blobs: 1, chunks: 3 })
    expect(list()).toMatchObject([
      {
        fileName: '合同.bin',
        bytes: content.length,
        category: 'contract',
        creatorName: '示例店主',
      },
    ])
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(book.book.raw.prepare('SELECT sha256 FROM attachment_blob').pluck().get()).toBe(sha256)
  })

  it('are not seen before they are there as a whole', () => {
    const { uploadId } = book.run('attachments.begin', { customerId, fileName: 'a', bytes: 10 })
    expect(list()).toEqual([])
    const add = () => book.run('attachments.add', { customerId, uploadIds: [uploadId] })
    expect(codeOf(add)).toBe('attachments.upload-gone')
    expect(list()).toEqual([])
  })

  it('are typed by their bytes, and stored under a safe name', () => {
    attachFile(book, customerId, { fileName: '..\\..\\x.exe', content: Buffer.from('GIF89a x') })
    expect(list()).toMatchObject([{ fileName: 'x.exe', mediaType: 'image/gif', category: 'photo' }])
  })

  it('come many at once under one command, which one undo takes back', () => {
    const uploadIds = ['一', '二', '三'].map((text) =>
      sendFile(book, customerId, { fileName: `${text}.txt`, content: Buffer.from(text) }),
    )
    book.run('attachments.add', { customerId, uploadIds })
    expect(list()).toHaveLength(3)
    expect(book.run('history.undo', {})).toMatchObject({ route: 'attachments.add', changes: 3 })
    expect(list()).toEqual([])
    book.run('history.redo', {})
    expect(list().map(({ fileName }) => fileName)).toEqual(['三.txt', '二.txt', '一.txt'])
  })

  it('are renamed, filed and remarked upon; the name is made safe again', () => {
    const [id = 0] = attachFile(book, customerId).ids
    const fields = {
      fileName: 'a/示例:c.txt',
      category: 'signed-form',
      note: ' 原件在柜里 ',
    } as const
    book.run('attachments.update', { id, fields })
    expect(list()).toMatchObject([
      { fileName: '示例_c.txt', category: 'signed-form', note: '原件在柜里' },
    ])
  })

  it('are deleted and taken back, bytes and all', () => {
    const content = noise(5000)
    const [id = 0] = attachFile(book, customerId, { content }).ids
    book.run('attachments.delete', { id })
    expect(list()).toEqual([])
    expect(codeOf(() => openAttachment(reading(), id))).toBe('core.not-found')
    // Another file comes in meanwhile, which sweeps what is not needed any more.
    sendFile(book, customerId)
    book.run('history.undo', {})
    expect(readAll(id).equals(content)).toBe(true)
  })
})

describe('the same content', () => {
  it('is stored once for two customers, and stays while one of them has it', () => {
    const content = noise(3000)
    const other = newCustomer()
    attachFile(book, customerId, { content, fileName: '甲.bin' })
    attachFile(book, other, { content, fileName: '乙.bin' })
    expect(stored()).toEqual({ blobs: 1, chunks: 1 })
    expect(list(other)).toMatchObject([{ fileName: '乙.bin' }])
  })

  it('is not added twice to one customer', () => {
    attachFile(book, customerId)
    expect(attachFile(book, customerId, { fileName: 'again.txt' })).toEqual({ ids: [], already: 1 })
    expect(list()).toHaveLength(1)
  })

  it('is told from another of the same length', () => {
    attachFile(book, customerId, { content: noise(3000, 1) })
    attachFile(book, customerId, { content: noise(3000, 2) })
    expect(stored().blobs).toBe(2)
  })
})

describe('what is refused', () => {
  const begin = (bytes: number) =>
    codeOf(() => book.run('attachments.begin', { customerId, fileName: 'x', bytes }))

  it('is a file over the limit, by its size alone', () => {
    expect(begin(300_000_000)).toBe('attachments.too-large')
    expect(begin(maxAttachmentBytes + 1)).toBe('attachments.too-large')
    expect(begin(maxAttachmentBytes)).toBe('ok')
    expect(begin(0)).toBe('attachments.empty')
  })

  it('is more than was announced, and pieces out of order', () => {
    const content = noise(chunkBytes + 10)
    const { uploadId } = book.run('attachments.begin', {
      ...{ customerId, fileName: 'x', bytes: content.length },
    })
    const [first, second] = [0, chunkBytes].map((at) =>
      Uint8Array.from(content.subarray(at, at + chunkBytes)),
    )
    const append = (sequence: number, chunk = Uint8Array.of()) =>
      codeOf(() => book.run('attachments.append', { uploadId, sequence, chunk }))
    expect(append(0, first)).toBe('ok')
    expect(append(1, Uint8Array.from([...(second ?? []), 1]))).toBe('attachments.upload-gone')
    expect(append(1, second)).toBe('attachments.upload-gone')
    expect(codeOf(() => book.run('attachments.add', { customerId, uploadIds: [uploadId] }))).toBe(
      'attachments.upload-gone',
    )
  })

  it('is a file that came in for another customer or by another person', () => {
    const other = newCustomer()
    const uploadId = sendFile(book, customerId)
    const add = (id: number, session = book.owner) =>
      codeOf(() => book.run('attachments.add', { customerId: id, uploadIds: [uploadId] }, session))
    expect(add(other)).toBe('attachments.upload-gone')
    expect(add(customerId, book.signIn('示例店长', 'manager'))).toBe('attachments.upload-gone')
    expect(add(customerId)).toBe('ok')
  })

  it('is whatever came in before a restart', () => {
    const uploadId = sendFile(book, customerId)
    book.restart()
    expect(codeOf(() => book.run('attachments.add', { customerId, uploadIds: [uploadId] }))).toBe(
      'attachments.upload-gone',
    )
  })
})

describe('sweeping', () => {
  it('removes what a crash left of a file at the next one, and nothing that is coming in', () => {
    sendFile(book, customerId, { content: noise(chunkBytes * 2) })
    book.restart()
    expect(stored()).toEqual({ blobs: 1, chunks: 2 })
    const coming = sendFile(book, customerId, { content: noise(100) })
    expect(stored()).toEqual({ blobs: 1, chunks: 1 })
    sendFile(book, customerId, { content: noise(200) })
    expect(stored()).toEqual({ blobs: 2, chunks: 2 })
    book.run('attachments.add', { customerId, uploadIds: [coming] })
    expect(list()).toHaveLength(1)
  })

  it('removes what was abandoned at once', () => {
    const uploadId = sendFile(book, customerId)
    book.run('attachments.abandon', { uploadIds: [uploadId, crypto.randomUUID()] })
    expect(stored()).toEqual({ blobs: 0, chunks: 0 })
  })

  it('keeps at most as many files on their way as can be added at once', () => {
    for (let number = 0; number < 60; number += 1)
      sendFile(book, customerId, { content: Buffer.from(`示例 ${number}`) })
    expect(stored().blobs).toBe(50)
  })
})
