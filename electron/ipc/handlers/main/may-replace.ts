import { AppError } from '@shared/core/errors'
import { isAllowed } from '@shared/core/permissions'
import type { MainContext } from '../../main-context'

/**
 * While somebody is signed in, only who manages the vault may put another book in place of the open one.
 * @throws AppError `core.forbidden`
 */
export function assertMayReplace({ vault }: Pick<MainContext, 'vault'>): void {
  const session = vault.session()
  if (session && !isAllowed(session.role, 'vault.manage')) throw new AppError('core.forbidden')
}
