import { AppError } from '@shared/core/errors'
import type { ChosenErasureReason } from '@shared/features/customers/customers.enums'
import { noteSubject } from '../audit'
import type { WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { eraseRows } from '../erase-rows'
import { type Deletion, recordDeletions } from '../repositories/deletion-log'
import { statement } from '../statements'

/**
 * Erases a customer with everything attached, the journal included (X5, X10); what stays is a line of the deletion log, and
 * the code in the audit trail. Cannot be undone. The pages are overwritten (`secure_delete`); the caller moves the WAL into
 * the file afterwards, so that no older page stays there.
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function eraseCustomer(
  context: WriteContext,
  { id, reason }: { id: number; reason: ChosenErasureReason },
): Deletion {
  const { write, clock } = context
  assertMayUse(context, 'customers.erase', [id])
  const row = statement<{ uid: string; code: string }>(
    write,
    'SELECT uid, code FROM customer WHERE id = ?',
  ).get(id)
  if (!row) throw new AppError('customers.not-found')
  const deletion = { uid: row.uid, at: clock() }
  recordDeletions(context, [deletion], reason)
  eraseRows(write, [row.uid])
  noteSubject(write, `erased:${row.code}`)
  return deletion
}
