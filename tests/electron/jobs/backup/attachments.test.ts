import { randomBytes } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '@db/open'
import { openAttachment, readAttachment } from '@db/repositories/attachments'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { putInPlace } from '../../../../electron/jobs/backup/put-in-place'
import { restoreBackup } from '../../../../electron/jobs/backup/restore-backup'
import { attachFile } from '../../../factories/attachments'
import { customerForm } from '../../../factories/customers'
import { createTestBook, type TestBook } from '../../../factories/test-book'
import { keys, makeSandbox, never, pageKey, quiet, type Sandbox, writeLink } from './backup-fixture'

let sandbox: Sandbox
let book: TestBook
let customerId: number
beforeEach(() => {
  sandbox = makeSandbox()
  book = createTestBook({ key: pageKey() })
  customerId = book.run('customers.create', customerForm()).id
})
afterEach(() => {
  book.dispose()
  sandbox.remove()
})

it('a chain of backups brings a file back byte for byte, and a link is as large as the file it adds', async () => {
  const [small, large] = [randomBytes(30_000), randomBytes(5_000_000)]
  const first = attachFile(book, customerId, { fileName: '小.bin', content: small }).ids[0] ?? 0
  const parentPath = await writeLink(book.book, sandbox, 'full.kebubak')
  const second = attachFile(book, customerId, { fileName: '大.bin', content: large }).ids[0] ?? 0
  const added = { kind: 'incremental', parentPath } as const
  const link = await writeLink(book.book, sandbox, 'link.kebubak', added)
  expect(statSync(link).size).toBeGreaterThan(5_000_000)
  expect(statSync(link).size).toBeLessThan(5_600_000)
  // A small file later on is a small link: the large one is not copied again.
  const other = book.run('customers.create', customerForm()).id
  attachFile(book, other, { fileName: '又.txt', content: Buffer.from('示例') })
  const next = { kind: 'incremental', parentPath: link } as const
  const last = await writeLink(book.book, sandbox, 'last.kebubak', next)
  expect(statSync(last).size).toBeLessThan(500_000)

  const folder = join(sandbox.root, 'restored')
  mkdirSync(folder)
  const prepared = await restoreBackup({ path: last, folder, keys: keys() }, quiet, never())
  const { bookFolder } = await putInPlace(prepared, Date.UTC(2026, 10, 22))
  const path = join(bookFolder, 'book.db')
  const restored = openBook({ path, key: pageKey(), mode: 'open', readonly: true })
  const reading = { read: restored.read, session: book.owner, clock: book.clock, fields: null }
  const bytesOf = (id: number) =>
    Buffer.concat(
      Array.from({ length: openAttachment(reading, id).chunks }, (_, sequence) =>
        readAttachment(reading, { id, sequence }),
      ),
    )
  expect(bytesOf(first).equals(small)).toBe(true)
  expect(bytesOf(second).equals(large)).toBe(true)
  restored.close()
}, 120_000)
