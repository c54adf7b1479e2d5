import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AuditHead, findAuditHead, noteMissingEnd, recordEvents } from '@db/audit'
import { verifyAuditChain } from '@db/audit-chain'
import { openBook } from '@db/open'
import { customerForm } from '../factories/customers'
import { createTestBook, type TestBook } from '../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
  const { id } = book.run('customers.create', customerForm({ phone: '13800001027' }))
  book.run('customers.reveal', { id, fields: ['phone'] })
  book.run('customers.archive', { ids: [id] })
  book.run('customers.unarchive', { ids: [id] })
  note({ route: 'vault.unlockRefused', userUid: null, at: book.clock() })
})
afterEach(() => book.dispose())

function note(event: { route: string; userUid: string | null; at: number; subject?: string }) {
  recordEvents(book.book, book.auditKey, [{ subject: null, ...event }])
}
const verdict = (head: AuditHead | null = null) =>
  verifyAuditChain(book.book.read, book.auditKey, head)

/** What somebody with the key and a database tool does first: our triggers are no obstacle. */
function tamper(sql: string): void {
  book.book.raw.exec(`DROP TRIGGER append_only_audit_event_insert;
    DROP TRIGGER append_only_audit_event_update; DROP TRIGGER append_only_audit_event_delete`)
  const done = book.book.raw.transaction(() => book.book.raw.exec(sql))
  done()
}

describe('an untouched chain (R087)', () => {
  test('is intact, counts its entries and names its end', async () => {
    const head = findAuditHead(book.book.read)
    expect(await verdict(head)).toEqual({ result: 'intact', entries: 5, head: head?.hash })
  })

  test('is intact when it has grown since its end was noted', async () => {
    const head = findAuditHead(book.book.read)
    note({ route: 'vault.lock', userUid: book.owner.userUid, at: book.clock() })
    expect(await verdict(head)).toMatchObject({ result: 'intact', entries: 6 })
  })

  test('is intact in a new book and after a restart', async () => {
    book.restart()
    expect(await verdict()).toMatchObject({ result: 'intact', entries: 5 })
    const empty = createTestBook()
    const answer = await verifyAuditChain(empty.book.read, empty.auditKey, null)
    empty.dispose()
    expect(answer).toEqual({ result: 'intact', entries: 0, head: null })
  })

  test('is walked in more than one batch, and other work runs in between', async () => {
    const events = Array.from({ length: 1200 }, (_, index) => ({
      ...{ route: 'vault.unlock', userUid: null, subject: null, at: index },
    }))
    recordEvents(book.book, book.auditKey, events)
    let turns = 0
    const timer = setImmediate(function again() {
      turns += 1
      if (turns < 1000) setImmediate(again)
    })
    expect(await verdict()).toMatchObject({ result: 'intact', entries: 1205 })
    clearImmediate(timer)
    expect(turns).toBeGreaterThan(1)
  })

  test('says that the book is locked when it closes meanwhile', async () => {
    const events = Array.from({ length: 600 }, () => ({
      ...{ route: 'vault.unlock', userUid: null, subject: null, at: 1 },
    }))
    recordEvents(book.book, book.auditKey, events)
    const running = verdict()
    book.book.close()
    await expect(running).rejects.toMatchObject({ code: 'core.locked' })
    book.restart()
  })
})

describe('a tampered entry is found and named', () => {
  test.each([
    ['command', `command_id = 1`],
    ['person', `user_id = NULL`],
    ['route', `route = 'customers.update'`],
    ['moment', `at = at + 1`],
    ['number of changes', `changes = 1`],
    ['subject', `subject = 'customer:2 phone'`],
    ['link to the one before', `previous_hash = hash`],
    ['hash', `hash = previous_hash`],
  ])('another %s', async (_name, change) => {
    tamper(`UPDATE audit_event SET ${change} WHERE id = 2`)
    expect(await verdict()).toMatchObject({ result: 'entry-changed', brokenAt: 2 })
  })

  test.each([
    ['the first entry taken out', `DELETE FROM audit_event WHERE id = 1`, 2],
    ['one in the middle taken out', `DELETE FROM audit_event WHERE id = 3`, 4],
    [
      'one in the middle taken out and the rest moved up',
      `DELETE FROM audit_event WHERE id = 3; UPDATE audit_event SET id = id - 1 WHERE id > 3`,
      3,
    ],
    [
      'two entries swapped',
      `UPDATE audit_event SET id = 99 WHERE id = 2; UPDATE audit_event SET id = 2 WHERE id = 3;
       UPDATE audit_event SET id = 3 WHERE id = 99`,
      2,
    ],
    ['an entry copied to the end', copy(6, 5), 6],
    ['an entry put in before the first', copy(0, 1), 0],
    ['an entry put in far below the first', copy(-12, 1), -12],
    ['an entry with a number too large to be exact', copy('9223372036854775807', 5), 6],
  ])('%s', async (_name, sql, brokenAt) => {
    tamper(sql)
    expect(await verdict()).toMatchObject({ result: 'entry-changed', brokenAt })
  })

  test('with the moment that it holds', async () => {
    tamper(`UPDATE audit_event SET route = 'x' WHERE id = 4`)
    expect(await verdict()).toEqual({ result: 'entry-changed', brokenAt: 4, at: book.clock() })
  })

  test('also when the whole chain was made anew under another key', async () => {
    const answer = await verifyAuditChain(book.book.read, Buffer.alloc(32), null)
    expect(answer).toMatchObject({ result: 'entry-changed', brokenAt: 1 })
  })
})

describe('a chain whose end was cut off', () => {
  const forget = `UPDATE sqlite_sequence SET seq = (SELECT ifnull(max(id), 0) FROM audit_event) WHERE name = 'audit_event'`

  test.each([
    ['the last entry', 'id = 5', 4],
    ['the last three', 'id > 2', 2],
    ['all of them', 'TRUE', 0],
  ])('%s: is found by the end that was kept outside', async (_name, where, entries) => {
    const head = findAuditHead(book.book.read)
    tamper(`DELETE FROM audit_event WHERE ${where}; ${forget}`)
    expect(await verdict(head)).toEqual({ result: 'end-missing', brokenAt: entries + 1, entries })
    // Negative control: without that end a cut cannot be told from a shorter life.
    expect(await verdict()).toMatchObject({ result: 'intact', entries })
  })

  test('is found by the numbers that were given, even when no end is known', async () => {
    tamper('DELETE FROM audit_event WHERE id > 3')
    expect(await verdict()).toEqual({ result: 'end-missing', brokenAt: 4, entries: 3 })
  })

  test('is found after the program went on writing', async () => {
    const head = findAuditHead(book.book.read)
    tamper(`DELETE FROM audit_event WHERE id > 3; ${forget}`)
    for (const at of [1, 2, 3, 4]) note({ route: 'vault.unlock', userUid: null, at })
    expect(await verdict(head)).toEqual({ result: 'end-missing', brokenAt: 5, entries: 7 })
  })
})

describe('an end that was cut off while the book was closed', () => {
  const open = (head: AuditHead | null) =>
    noteMissingEnd(book.book, book.auditKey, { head, now: book.clock() })

  test('is written down at the next open, and every later check says so', async () => {
    const head = findAuditHead(book.book.read)
    tamper(`DELETE FROM audit_event WHERE id > 3;
      UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit_event'`)
    open(head)
    for (const at of [1, 2, 3]) note({ route: 'vault.unlock', userUid: null, at })
    const newest = findAuditHead(book.book.read)
    open(newest)
    expect(await verdict(newest)).toEqual({ result: 'end-missing', brokenAt: 4, entries: 7 })
    const noted = book.book.raw
      .prepare(`SELECT id, user_id, subject FROM audit_event WHERE route = 'audit.endMissing'`)
      .raw()
      .all()
    expect(noted).toEqual([[4, null, 'entry:4']])
  })

  test('is told from one that is there, and from a book whose end nobody knows', async () => {
    open(findAuditHead(book.book.read))
    open(null)
    expect(await verdict()).toMatchObject({ result: 'intact', entries: 5 })
  })

  test('is found when the entry there is another one', async () => {
    open({ id: 2, hash: 'f'.repeat(64) })
    expect(await verdict()).toEqual({ result: 'end-missing', brokenAt: 2, entries: 6 })
  })
})

describe('events of the program', () => {
  test('keep their own moments, and people by row id', () => {
    const { userUid, userId } = book.owner
    recordEvents(book.book, book.auditKey, [
      { route: 'vault.unlockRefused', at: 5, userUid: null, subject: `user:${userUid}` },
      { route: 'users.setRole', at: 6, userUid, subject: `user:${userUid} sales` },
      { route: 'vault.lock', at: 7, userUid: crypto.randomUUID(), subject: null },
    ])
    const rows = book.book.raw
      .prepare('SELECT at, user_id, subject FROM audit_event WHERE id > 5 ORDER BY id')
      .raw()
      .all()
    expect(rows).toEqual([
      [5, null, `user:${userId}`],
      [6, userId, `user:${userId} sales`],
      [7, null, null],
    ])
  })

  test('are written all or none', () => {
    const good = { route: 'vault.unlock', at: 1, userUid: null, subject: null }
    const bad = { ...good, at: null as unknown as number }
    expect(() => recordEvents(book.book, book.auditKey, [good, bad])).toThrow()
    expect(findAuditHead(book.book.read)?.id).toBe(5)
  })
})

describe('an entry holds no personal data', () => {
  test('a reveal names the row and the fields, never a name or a value', () => {
    const subject: unknown = book.book.raw
      .prepare('SELECT subject FROM audit_event WHERE id = 2')
      .pluck()
      .get()
    expect(subject).toBe('customer:1 phone')
    const all = JSON.stringify(book.book.raw.prepare('SELECT * FROM audit_event').all())
    expect(all).not.toMatch(/1380000|云岫|示例店主/)
  })
})

describe('what was written down cannot be changed by our own code', () => {
  test.each([
    `UPDATE audit_event SET route = 'x' WHERE id = 1`,
    `DELETE FROM audit_event WHERE id = 5`,
    `DELETE FROM audit_event`,
    copy(7, 5),
    copy(2, 2).replace('INSERT', 'INSERT OR REPLACE'),
    `UPDATE change SET after = NULL`,
    `DELETE FROM change`,
    `DELETE FROM command WHERE id = 1`,
  ])('%s', async (sql) => {
    expect(() => book.book.raw.exec(sql)).toThrow(/stay|stays|follow each other/)
    expect(await verdict()).toMatchObject({ result: 'intact', entries: 5 })
  })

  test('and a trigger that was altered comes back at the next open', () => {
    tamper(
      `CREATE TRIGGER append_only_audit_event_update BEFORE UPDATE ON audit_event BEGIN SELECT 1; END`,
    )
    book.restart()
    expect(() => book.book.raw.exec(`UPDATE audit_event SET at = 1`)).toThrow('stay')
    expect(() => book.book.raw.exec(`DELETE FROM audit_event`)).toThrow('stay')
  })

  test('nor is anything written at an open that finds all of it in place', () => {
    const version = () => book.book.raw.pragma('schema_version', { simple: true })
    const before = version()
    book.restart()
    expect(version()).toBe(before)
    // Negative control: a lost index is made anew.
    book.book.raw.exec('DROP INDEX audit_event_by_route')
    book.restart()
    expect(version()).toBeGreaterThan(Number(before) + 1)
    const readonly = { path: book.path, key: Buffer.from(book.key), mode: 'open' } as const
    openBook({ ...readonly, readonly: true }).close()
  })
})

function copy(id: number | string, from: number): string {
  return `INSERT INTO audit_event SELECT ${id}, command_id, user_id, route, at, changes, subject, previous_hash, hash
    FROM audit_event WHERE id = ${from}`
}
