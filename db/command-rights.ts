import { contract } from '@shared/contract'
import type { ContractShape } from '@shared/core/contract'
import { AppError } from '@shared/core/errors'
import { type Permission, scopeOf } from '@shared/core/permissions'
import type { Caller } from './context'

/** True for a command that the caller may take back or bring back, as far as whose it is decides. */
export function mayReverse({ userId, role }: Caller, command: { userId: number }): boolean {
  return command.userId === userId || scopeOf(role, 'history.undo') === 'all'
}

/** @throws AppError core.forbidden for another person's command, except where `history.undo` reaches all */
export function assertMayReverse(caller: Caller, command: { userId: number }): void {
  if (!mayReverse(caller, command))
    throw new AppError('core.forbidden', `role may not undo another person's command`)
}

/** What the program does by itself when a day begins, and who may take it back. */
const programRoutes: Readonly<Record<string, Permission>> = {
  'tags.recompute': 'tags.manage',
  'automation.runDue': 'automation.manage',
}

/** Whether a command was the program's own work: nobody's last one, though it is under the name of whoever was signed in. */
export const ownWorkSql = `route IN (${Object.keys(programRoutes)
  .map((route) => `'${route}'`)
  .join(', ')})`

/** What a command asked for. A route that is gone asks for what nobody but those who may do all have. */
export function permissionOf(route: string): Permission {
  const routes: ContractShape = contract
  const known = Object.hasOwn(routes, route) ? routes[route] : undefined
  const own = Object.hasOwn(programRoutes, route) ? programRoutes[route] : undefined
  return known?.permission ?? own ?? 'vault.manage'
}
