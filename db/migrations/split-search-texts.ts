import type Database from 'better-sqlite3'
import type { PhoneKind } from '@shared/core/phone'
import { toSearchColumns } from '../customer-search'

type Row = {
  id: number
  name: string
  namePinyin: string
  nameInitials: string
  code: string
  externalId: string | null
  creditCode: string | null
  contactPerson: string | null
  phone: string | null
  phoneKind: PhoneKind | null
  phoneNormalized: string | null
  email: string | null
}

const batchSize = 2000

/** Migration 0001: takes the contact details out of the one search text there was, into a text of their own (R084). */
export function splitSearchTexts(raw: Database.Database): void {
  const select = raw.prepare<[number], Row>(
    `SELECT id, name, name_pinyin AS namePinyin, name_initials AS nameInitials, code, external_id AS externalId,
       credit_code AS creditCode, contact_person AS contactPerson, phone, phone_kind AS phoneKind,
       phone_normalized AS phoneNormalized, email
     FROM customer WHERE id > ? ORDER BY id LIMIT ${batchSize}`,
  )
  const update = raw.prepare(
    'UPDATE customer SET search_text = @searchText, search_contact = @searchContact WHERE id = @id',
  )
  // In batches: a statement that is still being read blocks every other one of its connection.
  for (let rows = select.all(0); rows.length > 0; rows = select.all(rows.at(-1)?.id ?? 0))
    for (const row of rows) update.run({ ...toSearchColumns(row), id: row.id })
}
