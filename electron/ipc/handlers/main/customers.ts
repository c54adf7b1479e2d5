import { keepErased } from '../../../services/backup/erased-list'
import type { MainHandlers } from '../../main-context'

export const customersHandlers: MainHandlers<'customers.erase'> = {
  async 'customers.erase'({ data, vault, secondPlace }, input) {
    const deletions = await data.call('customers.erase', input)
    await vault.withVault(({ keys, header: { vaultId } }) => {
      keepErased(secondPlace, { vaultId, keys }, deletions)
      return Promise.resolve()
    })
    return {}
  },
}
