import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findAuditHead } from '@db/audit'
import { type AuditFilter, auditFilter } from '@shared/features/audit/audit.schema'
import { auditOperations } from '../../../electron/data/audit-operations'
import { checkTrail, exportTrail, toLocalIso } from '../../../electron/services/audit-trail'
import type { DataLink } from '../../../electron/services/data-link'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let folder: string
let data: Pick<DataLink, 'call'>
beforeEach(() => {
  book = createTestBook()
  folder = mkdtempSync(join(tmpdir(), 'kebu-export-'))
  const { auditKey } = book
  const current = () => ({ book: book.book, auditKey })
  const operations: object = auditOperations({ current, noteMark: () => undefined })
  // The real operations without the border between the processes.
  const call = (name: string, payload: unknown) =>
    Promise.resolve((operations as Record<string, (payload: unknown) => unknown>)[name]?.(payload))
  data = { call: call as DataLink['call'] }
})
afterEach(() => {
  book.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const create = (name: string) => book.run('customers.create', customerForm({ name })).id
const fileOf = (name = 'trail.csv') => join(folder, name)

function save(options: {
  filter?: Partial<AuditFilter>
  path?: string
  beforeNaming?: (lines: number) => Promise<void>
}): Promise<number> {
  return exportTrail({
    ...{ data, path: fileOf(), language: 'zh-CN', beforeNaming: () => Promise.resolve() },
    ...options,
    filter: auditFilter.parse(options.filter ?? {}),
  })
}

describe('the export of the audit trail', () => {
  test('holds every entry with its hash, oldest first, and the end of the chain', async () => {
    const id = create('示例甲')
    book.run('customers.reveal', { id, fields: ['phone'] })
    expect(await save({})).toBe(2)
    const text = readFileSync(fileOf(), 'utf8')
    const head = findAuditHead(book.book.read)
    const hashes = book.book.raw.prepare('SELECT hash FROM audit_event ORDER BY id').pluck().all()
    const time = toLocalIso(book.clock())
    expect(text.split('\r\n')).toEqual([
      '\uFEFF编号,时间,谁,类别,做了什么,客户,客户数,改动数,对象,校验值',
      `1,${time},示例店主,change,customers.create,示例甲,1,1,,${String(hashes[0])}`,
      `2,${time},示例店主,reveal,customers.reveal,示例甲,1,0,customer:1 phone,${String(hashes[1])}`,
      `链尾,,,,,,,2,2,${head?.hash ?? ''}`,
      '',
    ])
    expect(statSync(fileOf()).mode & 0o077).toBe(0)
  })

  test('keeps to the filter', async () => {
    const id = create('甲')
    book.run('customers.reveal', { id, fields: ['phone'] })
    expect(await save({ filter: { kinds: ['reveal'] } })).toBe(1)
    expect(readFileSync(fileOf(), 'utf8')).not.toContain('customers.create')
  })

  test('goes through as many pages as there are', async () => {
    const note = { route: 'vault.unlock', at: 1, userUid: null, subject: null }
    await data.call('audit.record', { notes: Array.from({ length: 2300 }, () => note) })
    expect(await save({})).toBe(2300)
    const ids = readFileSync(fileOf(), 'utf8')
      .split('\r\n')
      .slice(1, -2)
      .map((line) => Number(line.split(',')[0]))
    expect(ids).toEqual(Array.from({ length: 2300 }, (_, index) => index + 1))
  })

  test.each(['=1+1', '+86', '-5', '@SUM(A1)', '\tx', '＝1', '＋1', '－1', '＠x'])(
    'leaves no formula to a spreadsheet: %s',
    async (name) => {
      book.command({ route: 'customers.create', undoable: false }, ({ write }) => {
        write.raw.exec(`INSERT INTO customer
          (uid, code, kind, name, name_pinyin, name_initials, stage, stage_changed_at, tier, owner_id, creator_id,
           created_at, updated_at, search_text, search_contact)
          VALUES ('u', 'c', 'person', '${name}', '', '', 'intent', 0, 'normal', 1, 1, 0, 0, '', '')`)
      })
      await save({})
      const cells = readFileSync(fileOf(), 'utf8').split('\r\n')[1]?.split(',') ?? []
      expect(cells[5]?.replace(/^"/, '')).toMatch(/^'/)
    },
  )

  test('replaces a file of that name by a whole one, and leaves it alone when it fails', async () => {
    create('甲')
    writeFileSync(fileOf(), 'before')
    const beforeNaming = () => Promise.reject(new Error('not recorded'))
    await expect(save({ beforeNaming })).rejects.toThrow('not recorded')
    expect(readdirSync(folder)).toEqual(['trail.csv'])
    expect(readFileSync(fileOf(), 'utf8')).toBe('before')
    // Negative control: the same export that is recorded replaces it.
    await save({})
    expect(readFileSync(fileOf(), 'utf8')).toContain('customers.create')
  })

  test('says that the folder is gone', async () => {
    await expect(save({ path: join(folder, 'gone', 'a.csv') })).rejects.toMatchObject({
      code: 'vault.folder-missing',
    })
  })

  test('leaves out what is written while it runs', async () => {
    create('甲')
    const real = data.call
    let calls = 0
    const call = async (...args: unknown[]) => {
      const page = await (real as (...all: unknown[]) => Promise<unknown>)(...args)
      if ((calls += 1) === 1) create('乙')
      return page
    }
    data = { call: call as DataLink['call'] }
    expect(await save({})).toBe(1)
  })
})

describe('the check of the audit trail', () => {
  const check = () => checkTrail(data, folder, () => 77)
  const keep = (auditHead: unknown) =>
    writeFileSync(join(folder, 'state.json'), JSON.stringify({ auditHead }))

  test('holds the chain against the end that was kept beside the book', async () => {
    create('甲')
    const head = findAuditHead(book.book.read)
    keep(head)
    const intact = { result: 'intact', entries: 1, head: head?.hash, checkedAt: 77 }
    expect(await check()).toEqual(intact)
    keep({ id: 2, hash: 'f'.repeat(64) })
    expect(await check()).toMatchObject({ result: 'end-missing', brokenAt: 2, entries: 1 })
    rmSync(join(folder, 'state.json'))
    expect(await check()).toEqual(intact)
  })

  test('shows no moment that cannot be one', async () => {
    create('甲')
    book.book.raw.exec(`DROP TRIGGER append_only_audit_event_update;
      UPDATE audit_event SET at = 9007199254740990`)
    expect(await check()).toEqual({
      ...{ result: 'entry-changed', brokenAt: 1, at: null, checkedAt: 77 },
    })
  })
})

test('a moment is written with the offset of the place', () => {
  const text = toLocalIso(Date.UTC(2026, 10, 22, 1, 30))
  expect(text).toMatch(/^2026-11-2\dT\d\d:\d\d:00[+-]\d\d:\d\d$/)
  expect(new Date(text).getTime()).toBe(Date.UTC(2026, 10, 22, 1, 30))
})
