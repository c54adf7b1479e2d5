import { customerChildNames } from '../schema/customer-children'
import type { WriteHandle } from '../handles'
import { statement } from '../statements'

type Merge = { survivorId: number; loserIds: number[] }

const losers = '(SELECT value FROM json_each(@losers))'

/** Of these a customer has one row each at most; what the survivor has already stays with the others. */
const unique: Record<string, string> = {
  customer_tag: 'tag_id',
  custom_value: 'field_id',
}

/**
 * Moves every row that belongs to the others to the survivor, whatever table it is in. Rows that would stand twice, such as the
 * same tag, stay where they are, so that undoing the merge has nothing to make up.
 */
export function moveChildren(write: WriteHandle, { survivorId, loserIds }: Merge): void {
  const values = { survivor: survivorId, losers: JSON.stringify(loserIds) }
  for (const name of customerChildNames) {
    if (name === 'not_duplicate') continue
    const condition = conditionOf(name)
    statement(
      write,
      `UPDATE ${name} SET customer_id = @survivor WHERE id IN (
         SELECT id FROM ${name} WHERE customer_id IN ${losers} ${condition})`,
    ).run(values)
  }
  moveContacts(write, values)
  moveVerdicts(write, survivorId, loserIds)
  // Who came by one of them, or was merged into one before, belongs to the survivor now.
  for (const column of ['referrer_id', 'merged_into_id'])
    statement(
      write,
      `UPDATE customer SET ${column} = @survivor WHERE ${column} IN ${losers} AND id <> @survivor`,
    ).run(values)
}

function conditionOf(name: string): string {
  const key = unique[name]
  if (key !== undefined) return `AND ${isFirst(name, key)}`
  return name === 'contact_point' ? `AND ${isNew}` : ''
}

/** A point of the customer itself that the survivor has as well says nothing more. */
const isNew = `NOT (contact_id IS NULL AND EXISTS (SELECT 1 FROM contact_point mine
  WHERE mine.customer_id = @survivor AND mine.contact_id IS NULL
    AND mine.type = contact_point.type AND mine.normalized = contact_point.normalized))`

/** The survivor has none, and no row of another one comes first. */
function isFirst(name: string, key: string): string {
  return `NOT EXISTS (SELECT 1 FROM ${name} mine WHERE mine.customer_id = @survivor AND mine.${key} = ${name}.${key})
    AND NOT EXISTS (SELECT 1 FROM ${name} other WHERE other.customer_id IN ${losers}
      AND other.${key} = ${name}.${key} AND other.id < ${name}.id)`
}

/** People who came stand behind those who were there. */
function moveContacts(write: WriteHandle, values: { survivor: number }): void {
  for (const [table, group] of [
    ['contact', 'NULL'],
    ['contact_point', 'contact_id'],
  ] as const)
    statement(
      write,
      `UPDATE ${table} SET sort = place.sort FROM (
         SELECT id, row_number() OVER (PARTITION BY ${group} ORDER BY sort, id) - 1 AS sort
         FROM ${table} WHERE customer_id = @survivor) place
       WHERE place.id = ${table}.id AND ${table}.sort <> place.sort`,
    ).run({ survivor: values.survivor })
}

/** Whoever was said not to be one of the others is not the survivor either. */
function moveVerdicts(write: WriteHandle, survivorId: number, loserIds: number[]): void {
  const group = new Set([survivorId, ...loserIds])
  const verdicts = statement<{ id: number; customerId: number; otherId: number }>(
    write,
    `SELECT id, customer_id AS customerId, other_id AS otherId FROM not_duplicate
     WHERE customer_id IN ${losers} OR other_id IN ${losers} ORDER BY id`,
  ).all({ losers: JSON.stringify(loserIds) })
  const taken = statement(
    write,
    'SELECT 1 FROM not_duplicate WHERE customer_id = ? AND other_id = ?',
  )
  for (const { id, customerId, otherId } of verdicts) {
    const outsider = [customerId, otherId].find((one) => !group.has(one))
    if (outsider === undefined) continue
    const pair = [Math.min(outsider, survivorId), Math.max(outsider, survivorId)]
    if (taken.get(...pair)) continue
    statement(write, 'UPDATE not_duplicate SET customer_id = ?, other_id = ? WHERE id = ?').run(
      ...pair,
      id,
    )
  }
}

/** Values of own fields that are to come from one of the others change places with the survivor's. */
export function takeCustomValues(
  write: WriteHandle,
  { survivorId, loserIds, custom }: Merge & { custom: { fieldId: number; customerId: number }[] },
): void {
  const read = statement<{ id: number; value: string; number: number | null; updatedAt: number }>(
    write,
    `SELECT id, value, number, updated_at AS updatedAt FROM custom_value WHERE customer_id = ? AND field_id = ?`,
  )
  const put = statement(
    write,
    'UPDATE custom_value SET value = ?, number = ?, updated_at = ? WHERE id = ?',
  )
  for (const { fieldId, customerId } of custom) {
    if (!loserIds.includes(customerId)) continue
    const [theirs, mine] = [read.get(customerId, fieldId), read.get(survivorId, fieldId)]
    if (!theirs) continue
    if (mine) {
      put.run(theirs.value, theirs.number, theirs.updatedAt, mine.id)
      put.run(mine.value, mine.number, mine.updatedAt, theirs.id)
    } else
      statement(write, 'UPDATE custom_value SET customer_id = ? WHERE id = ?').run(
        survivorId,
        theirs.id,
      )
  }
}
