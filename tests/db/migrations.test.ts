import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { connect } from '@db/connect'
import { migrate, migrations } from '@db/migrations'
import { openBook } from '@db/open'
import { findRedo, findUndo } from '@db/repositories/history'
import { customer } from '@db/schema/customer'
import { tempFolder } from '../support/temp-folder'

const key = randomBytes(32)
let path: string
beforeEach(() => {
  path = join(tempFolder(), 'book.db')
})

const old = {
  ...{ id: 7, uid: 'c-7', code: 'C202405150007', kind: 'company', name: '云岫示例科技' },
  ...{ name_pinyin: 'yun xiu shi li ke ji', name_initials: 'yxslkj', stage: 'won' },
  ...{ stage_changed_at: 1, tier: 'high', contact_person: '林半夏', phone: '0755-12345678' },
  ...{ phone_kind: 'landline', phone_normalized: '075512345678', owner_id: 1, creator_id: 1 },
  ...{ next_follow_at: 5, last_interaction_at: 4, created_at: 2, updated_at: 3 },
  ...{ search_text: '云岫示例科技\nyunxiu\n林半夏\n075512345678\nspring@example.com' },
  ...{ email: 'spring@example.com', id_card_sealed: 'sealed', external_id: 'WB-1', notes: '备注' },
}

/** A file as the first version of the program left it, triggers and all. */
function makeOldFile(rows: object[]): void {
  const raw = connect({ path, key: Buffer.from(key) })
  migrate(raw, migrations.slice(0, 1))
  raw.exec(
    `INSERT INTO user (uid, name, role, created_at, updated_at) VALUES ('u', '示例', 'owner', 1, 1)`,
  )
  for (const row of rows) {
    const columns = Object.keys(row)
    raw
      .prepare(`INSERT INTO customer (${columns.join()}) VALUES (@${columns.join(', @')})`)
      .run(row)
  }
  raw.exec(`INSERT INTO current_command (id, command_id) VALUES (1, NULL);
    CREATE TRIGGER journal_customer_update AFTER UPDATE ON customer BEGIN
      SELECT RAISE(ABORT, 'write outside a command'); END;`)
  raw.close()
}

const reopen = () => openBook({ path, key: Buffer.from(key), mode: 'open' })

describe('a book of the first version', () => {
  test('keeps every value of every column', () => {
    makeOldFile([old])
    const book = reopen()
    const row = book.raw.prepare('SELECT * FROM customer').get() as Record<string, unknown>
    book.close()
    const { search_text: _, ...kept } = old
    expect(row).toMatchObject(kept)
    expect(Object.keys(row)).toEqual(getTableConfig(customer).columns.map(({ name }) => name))
    expect(row).toMatchObject({ owned_since: null, pooled_at: null, id_card_mask: '******' })
  })

  test('gets its contact details out of the text that everybody may search', () => {
    makeOldFile([old])
    const book = reopen()
    const texts = book.raw
      .prepare('SELECT search_text AS names, search_contact AS contact FROM customer')
      .get() as { names: string; contact: string }
    book.close()
    expect(texts.names.split('\n')).toEqual([
      ...['云岫示例科技', 'yunxiushilikeji', 'yxslkj', 'c202405150007', 'wb-1'],
    ])
    expect(texts.contact.split('\n')).toEqual([
      ...['林半夏', 'linbanxia', 'lbx', '075512345678', '0755-12345678', 'spring@example.com'],
    ])
  })

  test('with more rows than a batch has gets all of them', () => {
    const rows = Array.from({ length: 2001 }, (_, index) => ({
      ...old,
      ...{ id: index + 1, uid: `c-${index}`, code: `C${index}` },
    }))
    makeOldFile(rows)
    const book = reopen()
    const left = book.raw
      .prepare(`SELECT count(*) FROM customer WHERE search_contact NOT LIKE '%spring%'`)
      .pluck()
      .get()
    book.close()
    expect(left).toBe(0)
  })

  test('gives no id twice, not even of a customer that was taken back', () => {
    makeOldFile([old])
    const raw = connect({ path, key: Buffer.from(key) })
    raw.exec('DELETE FROM customer')
    raw.close()
    const book = reopen()
    const seq: unknown = book.raw
      .prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'customer'`)
      .pluck()
      .get()
    book.close()
    expect(seq).toBe(7)
  })

  test('offers no undo of rows in their old shape', () => {
    makeOldFile([old])
    const raw = connect({ path, key: Buffer.from(key) })
    raw.exec(`INSERT INTO command (uid, route, user_id, at, kind, undoable, reverses, reversed_by, changes)
      VALUES ('a', 'customers.update', 1, 1, 'do', 1, NULL, NULL, 1), ('b', 'customers.update', 1, 1, 'do', 1, NULL, 3, 1),
        ('c', 'history.undo', 1, 1, 'undo', 0, 2, NULL, 1)`)
    raw.close()
    const book = reopen()
    expect([findUndo(book.read, 1), findRedo(book.read, 1)]).toEqual([null, null])
    book.close()
  })

  test('has today’s triggers afterwards and only those', () => {
    makeOldFile([old])
    const book = reopen()
    expect(() => book.raw.exec(`UPDATE customer SET name = 'anders'`)).toThrow(
      'write outside a command',
    )
    const names = book.raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck()
    expect(new Set(names.all())).toContain('journal_customer_insert')
    book.close()
  })
})
