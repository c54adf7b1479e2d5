import { AppError } from '@shared/core/errors'
import { isSortable } from '@shared/features/custom-fields/custom-fields.rules'
import type { CustomerSort } from '@shared/features/customers/customers.contract'
import type { Viewer } from '@shared/features/ownership/ownership.rules'
import { getCustomField } from './custom-field-rows'
import { rowsWithValues } from './custom-filter'
import { customerOrder, type CustomerWhere } from './customer-filter'
import type { ReadHandle } from './handles'
import { statement } from './statements'

type Asked = { where: CustomerWhere; sort: CustomerSort; viewer: Viewer }
type Page = { offset: number; limit: number }
/** SQLite reads −1 as no limit. */
const all: Page = { offset: 0, limit: -1 }

/**
 * Ids of the customers of a filter in the order of the list, of one page or of all.
 * @throws AppError core.forbidden when a role sorts by custom fields that it does not see; custom-fields.not-found;
 * core.invalid-input for a field whose values have no order
 */
export function orderedIds(read: ReadHandle, asked: Asked, page: Page = all): number[] {
  const { where, sort } = asked
  if (sort.fieldId !== undefined) return byCustomField(read, asked, sort.fieldId, page)
  return listIds(
    read,
    `SELECT id FROM customer ${where.index} WHERE ${where.sql} ORDER BY ${customerOrder(sort)}`,
    { ...where.values, ...page },
  )
}

/**
 * First those with a value, along the index of the values, then the others as the list has them by itself: newest first. Where one
 * sees the values of one's own customers only, all others stand among those without (R084).
 */
function byCustomField(
  read: ReadHandle,
  { where, sort, viewer }: Asked,
  fieldId: number,
  { offset, limit }: Page,
): number[] {
  const field = getCustomField(read, fieldId)
  if (!isSortable(field)) throw new AppError('core.invalid-input', 'values have no order')
  const rows = rowsWithValues(viewer)
  const way = sort.direction === 'asc' ? 'ASC' : 'DESC'
  const [index, key] = field.type === 'text' ? ['field', 'value'] : ['number', 'number']
  const values = { ...where.values, sortField: fieldId }
  const valued = `FROM (SELECT customer_id AS sorted_id, ${key} AS sort_key
      FROM custom_value INDEXED BY custom_value_by_${index} WHERE field_id = @sortField)
    CROSS JOIN customer ON customer.id = sorted_id WHERE ${where.sql} AND ${rows}`
  const first = listIds(read, `SELECT id ${valued} ORDER BY sort_key ${way}, id ${way}`, {
    ...{ ...values, offset, limit },
  })
  if (first.length === limit) return first
  const before =
    first.length > 0 || offset === 0 ? offset + first.length : count(read, valued, values)
  const rest = listIds(
    read,
    `SELECT id FROM customer ${where.index} WHERE ${where.sql} AND NOT (${rows} AND EXISTS (
       SELECT 1 FROM custom_value WHERE customer_id = customer.id AND field_id = @sortField))
     ORDER BY created_at DESC, id DESC`,
    {
      ...values,
      offset: Math.max(0, offset - before),
      limit: limit < 0 ? limit : limit - first.length,
    },
  )
  return [...first, ...rest]
}

function listIds(read: ReadHandle, sql: string, values: CustomerWhere['values']): number[] {
  return statement<{ id: number }>(read, `${sql} LIMIT @limit OFFSET @offset`)
    .all(values)
    .map(({ id }) => id)
}

function count(read: ReadHandle, from: string, values: CustomerWhere['values']): number {
  return (
    statement<{ total: number }>(read, `SELECT count(*) AS total ${from}`).get(values)?.total ?? 0
  )
}
