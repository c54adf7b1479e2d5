import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAttachment } from '@db/repositories/attachments'
import { chunkBytes } from '@shared/features/attachments/attachments.rules'
import { toErrorShape } from '@shared/core/errors'
import { attachmentOperations } from '../../../electron/data/attachment-operations'
import type { BookSession } from '../../../electron/data/book-session'
import type { DataLink } from '../../../electron/services/data-link'
import { proposeName, saveAttachment } from '../../../electron/services/save-attachment'
import { attachFile } from '../../factories/attachments'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { tempFolder } from '../../support/temp-folder'

let book: TestBook
let folder: string
let id: number
const content = randomBytes(chunkBytes * 2 + 5)
beforeEach(() => {
  book = createTestBook()
  folder = join(tempFolder(), 'out')
  mkdirSync(folder)
  const customerId = book.run('customers.create', customerForm()).id
  id = attachFile(book, customerId, { fileName: 'run.sh', content }).ids[0] ?? 0
})
afterEach(() => book.dispose())

type Overrides = { path?: string; signal?: AbortSignal; beforeNaming?: () => Promise<void> }

async function save({
  path = join(folder, 'run.sh'),
  ...overrides
}: Overrides = {}): Promise<string> {
  const current = () => ({ book: book.book, session: book.owner, fields: null })
  const operations: object = attachmentOperations({ current } as unknown as BookSession)
  // The real operations without the border between the processes.
  const call = (name: string, payload: unknown) =>
    Promise.resolve((operations as Record<string, (payload: unknown) => unknown>)[name]?.(payload))
  const reading = { read: book.book.read, session: book.owner, clock: book.clock, fields: null }
  const opened = openAttachment(reading, id)
  try {
    await saveAttachment({
      ...{ data: { call: call as DataLink['call'] }, id, opened, path },
      signal: new AbortController().signal,
      report: () => undefined,
      beforeNaming: () => Promise.resolve(),
      ...overrides,
    })
    return 'saved'
  } catch (error) {
    return toErrorShape(error).code
  }
}

test('a saved copy is equal, for its owner alone, and no program', async () => {
  expect(await save()).toBe('saved')
  expect(readFileSync(join(folder, 'run.sh')).equals(content)).toBe(true)
  if (process.platform !== 'win32')
    expect(statSync(join(folder, 'run.sh')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['run.sh'])
})

test('a copy that cannot be written down in the trail is not left behind', async () => {
  writeFileSync(join(folder, 'run.sh'), 'before')
  const beforeNaming = () => Promise.reject(new Error('no trail'))
  expect(await save({ beforeNaming })).toBe('core.unexpected')
  expect(readdirSync(folder)).toEqual(['run.sh'])
  expect(readFileSync(join(folder, 'run.sh'), 'utf8')).toBe('before')
})

test('a copy that is called off leaves nothing', async () => {
  expect(await save({ signal: AbortSignal.abort() })).toBe('core.cancelled')
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that is gone is said to be gone', async () => {
  expect(await save({ path: join(folder, 'gone', 'x') })).toBe('vault.folder-missing')
})

test('a long Chinese name is proposed short enough for any disk, with its ending', () => {
  const name = proposeName(`${'长'.repeat(190)}.pdf`)
  expect(Buffer.byteLength(`${name}.partial`)).toBeLessThanOrEqual(255)
  expect(name.endsWith('长.pdf')).toBe(true)
})
