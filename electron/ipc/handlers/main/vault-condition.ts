import type { RouteNameAt } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import { findMovedBook } from '../../../services/moved-book'
import type { MainContext, MainHandlers } from '../../main-context'

type ConditionRoute =
  'vault.findMoved' | 'vault.useMoved' | 'vault.tryWriting' | 'vault.dismissFindings'

/** A book that is not where it was, that takes no changes, or that was odd when it was opened. */
export const vaultConditionHandlers: MainHandlers<RouteNameAt<'main'> & ConditionRoute> = {
  async 'vault.findMoved'(context) {
    const path = await findMoved(context)
    return path === null ? null : { path }
  },
  async 'vault.useMoved'(context) {
    const path = await findMoved(context)
    if (path === null) throw new AppError('vault.folder-missing', 'not found at another place')
    return context.vault.openFolder(path)
  },
  'vault.tryWriting': ({ vault }) => vault.tryWriting(),
  'vault.dismissFindings': ({ vault }) => vault.dismissFindings(),
}

/** Only while the folder is missing: the answer names a place on this computer to somebody who has not signed in. */
async function findMoved({ vault, secondPlace }: MainContext): Promise<string | null> {
  if (vault.state().problem?.kind !== 'folder-missing') return null
  return findMovedBook({ folder: vault.folder(), secondPlace })
}
