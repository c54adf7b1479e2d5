import { foldText } from '@shared/core/text'
import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import type { ReadContext } from '../context'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'
import { getCopy } from './attached-copy'
import { compareCustomer } from './compare-customer'
import { findCopied } from './copied-customer'

type Page = RouteOutput<'customer-restores.list'>

const conditions = `(@statuses = '[]' OR r.status IN (SELECT value FROM json_each(@statuses)))
  AND NOT EXISTS (SELECT 1 FROM json_each(@words)
    WHERE instr(c.search_text, value) = 0 AND instr(c.search_contact, value) = 0
      AND instr(c.search_people, value) = 0)`
const source = 'FROM restore_row r JOIN customer c ON c.id = r.customer_id'

/**
 * Customers of the copy beside the book by name, each compared with the book as it is now.
 * @throws AppError customer-restores.gone
 */
export function listCopied(
  { read }: Pick<ReadContext, 'read'>,
  { text, statuses, offset, limit }: RouteParsedInput<'customer-restores.list'>,
): Page {
  const copy = getCopy(read)
  const words = foldText(text).split(/\s+/).filter(Boolean)
  const values = { statuses: JSON.stringify(statuses), words: JSON.stringify(words) }
  const total = statement<{ total: number }>(
    copy,
    `SELECT count(*) AS total ${source} WHERE ${conditions}`,
  ).get(values)?.total
  const rows = statement<{ uid: string; ownerName: string }>(
    copy,
    `SELECT c.uid, (SELECT name FROM user WHERE user.id = c.owner_id) AS ownerName
     ${source} WHERE ${conditions} ORDER BY c.name_pinyin, c.id LIMIT @limit OFFSET @offset`,
  ).all({ ...values, limit, offset })
  return { rows: rows.map((row) => describe(copy, read, row)), total: total ?? 0 }
}

function describe(
  copy: ReadHandle,
  present: ReadHandle,
  { uid, ownerName }: { uid: string; ownerName: string },
): Page['rows'][number] {
  const copied = findCopied(copy, uid)
  if (!copied) throw new Error('a customer of the copy is gone')
  const { code, kind, name, lastInteractionAt } = copied.row
  const followUps = copied.followUps.length
  return {
    ...{ uid, code, kind, name, ownerName, lastInteractionAt, followUps },
    ...compareCustomer(copied, present),
  }
}
