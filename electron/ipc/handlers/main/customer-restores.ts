import {
  createCustomersFromBackup,
  type CustomersFromBackup,
} from '../../../services/backup/customers-from-backup'
import type { MainContext, MainHandlers } from '../../main-context'
import { backupServicesOf } from './backup-services'
import { exclusive } from './make-backup'

const desks = new WeakMap<MainContext['data'], CustomersFromBackup>()

/** The one desk of a program where customers are taken from a backup. */
export function customerDeskOf(
  context: Pick<MainContext, 'vault' | 'data' | 'jobs'>,
): CustomersFromBackup {
  const desk = desks.get(context.data) ?? createCustomersFromBackup(backupServicesOf(context))
  desks.set(context.data, desk)
  return desk
}

export const customerRestoresHandlers: MainHandlers<
  'customer-restores.open' | 'customer-restores.close'
> = {
  'customer-restores.open': (context, { jobId, file, userUid, secret }) =>
    exclusive(async () => {
      const opened = await customerDeskOf(context).open({
        jobId,
        path: context.grants.pathOf(file),
        secret: secret === null ? null : { userUid, secret },
      })
      await context.vault.record('customer-restores.open')
      return opened
    }),
  async 'customer-restores.close'(context) {
    await customerDeskOf(context).close()
    return {}
  },
}
