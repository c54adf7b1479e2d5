import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/core/errors'
import type { DataLink } from '../../../electron/services/data-link'
import {
  isAttachmentPath,
  respondWithAttachment,
} from '../../../electron/windows/attachment-response'

const pieces = ['一', '二', '三'].map((text) => Buffer.from(text))

/** Stands for the data process: file 12 may be read, every other one is not found. */
function dataWith(mediaType: string) {
  const read: number[] = []
  const call = (operation: string, payload: { id: number; sequence: number }) => {
    if (payload.id !== 12) return Promise.reject(new AppError('core.not-found'))
    if (operation === 'attachments.open')
      return Promise.resolve({ customerId: 1, fileName: 'x', mediaType, bytes: 9, chunks: 3 })
    read.push(payload.sequence)
    return Promise.resolve(Uint8Array.from(pieces[payload.sequence] ?? []))
  }
  return { read, data: { call: call as unknown as DataLink['call'] } }
}

const ask = (
  url: string,
  {
    mediaType = 'image/png',
    isOpen = true,
    ...init
  }: RequestInit & { mediaType?: string; isOpen?: boolean } = {},
) => respondWithAttachment(new Request(url, init), { data: dataWith(mediaType).data, isOpen })
const file = 'app://kebu/attachment/12'

describe('a file at a customer, as the window gets it', () => {
  it('comes whole or one piece of it, with the type that was found by its bytes', async () => {
    const whole = await ask(file)
    expect([whole.status, await whole.text()]).toEqual([200, '一二三'])
    expect(whole.headers.get('content-type')).toBe('image/png')
    expect(await (await ask(`${file}?part=1`)).text()).toBe('二')
  })

  it('is no page, no script and nothing that a browser guesses at', async () => {
    const { headers } = await ask(file)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    'text/plain',
    'text/html',
    'image/svg+xml',
    'application/zip',
    'application/x-executable',
  ])('is bytes and nothing more where it is %s', async (mediaType) => {
    const { headers } = await ask(file, { mediaType })
    expect(headers.get('content-type')).toBe('application/octet-stream')
  })

  it('is read no faster than it is taken', async () => {
    const { data, read } = dataWith('image/png')
    const response = await respondWithAttachment(new Request(file), { data, isOpen: true })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(read).toEqual([0])
    await response.text()
    expect(read).toEqual([0, 1, 2])
  })
})

describe('what does not exist for the window', () => {
  it.each([
    ['a file that one may not read', 'app://kebu/attachment/13'],
    ['a piece behind the last', `${file}?part=3`],
    ['a piece that is no number', `${file}?part=x`],
    ['a piece before the first', `${file}?part=-1`],
    ['no number', 'app://kebu/attachment/'],
    ['a path', 'app://kebu/attachment/12/../../index.html'],
    ['nought', 'app://kebu/attachment/0'],
    ['a number with a sign', 'app://kebu/attachment/+12'],
  ])('is %s', async (_what, url) => {
    expect((await ask(url)).status).toBe(404)
  })

  it('is any file while the book is locked', async () => {
    expect((await ask(file, { isOpen: false })).status).toBe(404)
  })

  it('is a file that is asked for by another method', async () => {
    expect((await ask(file, { method: 'POST', body: 'x' })).status).toBe(404)
  })

  it('is a path that only begins like one', () => {
    expect([isAttachmentPath('/attachment/12'), isAttachmentPath('/attachments.js')]).toEqual([
      true,
      false,
    ])
  })
})
