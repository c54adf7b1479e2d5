import { AppError } from '@shared/core/errors'
import type { ChosenErasureReason } from '@shared/features/customers/customers.enums'
import { noteSubject } from '../audit'
import type { WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { eraseRows, listWithMerged } from '../erase-rows'
import { type Deletion, recordDeletions } from '../repositories/deletion-log'

/** So many codes stand in the audit trail one by one; of more customers their number. */
const namedCodes = 20

/**
 * Erases customers with everything attached, the journal included, and with them whoever was merged into them (X5, X10); what
 * stays is a line each of the deletion log, and the codes in the audit trail. Cannot be undone. The pages are overwritten
 * (`secure_delete`); the caller moves the WAL into the file afterwards, so that no older page stays there.
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function eraseCustomers(
  context: WriteContext,
  { ids, reason }: { ids: number[]; reason: ChosenErasureReason },
): Deletion[] {
  const { write, clock } = context
  assertMayUse(context, 'customers.erase', ids, { inBin: true })
  const gone = listWithMerged(write, ids)
  if (gone.length === 0) throw new AppError('customers.not-found')
  const at = clock()
  const deletions = gone.map(({ uid }) => ({ uid, at }))
  recordDeletions(context, deletions, reason)
  eraseRows(
    write,
    gone.map(({ uid }) => uid),
  )
  const codes = gone.map(({ code }) => code)
  noteSubject(write, `erased:${codes.length > namedCodes ? codes.length : codes.join()}`)
  return deletions
}
