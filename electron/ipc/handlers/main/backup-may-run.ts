import { isAllowed } from '@shared/core/permissions'
import type { MainContext } from '../../main-context'

/** Whether a backup or rehearsal may begin by itself: never beside another job, only for who may make one by hand. */
export function mayRun({ vault, jobs }: MainContext): boolean {
  const session = vault.session()
  if (session === null || jobs.count() > 0 || !isAllowed(session.role, 'backups.create'))
    return false
  // What was made could not be remembered in a book that takes no changes.
  return vault.state().readOnly === null
}
