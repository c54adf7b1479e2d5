import type { ContractShape } from '@shared/core/contract'
import { toErrorShape, AppError } from '@shared/core/errors'
import type { VaultUser } from '@shared/features/vault/vault.schema'
import { ipcMain } from 'electron'
import { leaveDamagedBook, tellsOfDamage } from './damage-watch'
import { mainHandlers } from './handlers/main'
import type { MainContext } from './main-context'
import { createRouter } from './router'
import { isOurWindow } from './sender'

type Options = {
  contract: ContractShape
  context: MainContext
  checkOutput: boolean
  origins: string[]
}

type AnyHandler = (context: MainContext, input: unknown) => unknown

/**
 * The only channel into the program. Answers the envelope as JSON text and never rejects. Routes of the data process pass
 * through unread; after a command that went well its topics are announced.
 */
export function serveRequests({ contract, context, checkOutput, origins }: Options): void {
  const router = createRouter<VaultUser>({
    contract,
    checkOutput,
    run: (name, _route, input) =>
      (mainHandlers as Record<string, AnyHandler>)[name]?.(context, input),
  })

  async function answer(name: string, input: unknown): Promise<string> {
    const route = Object.hasOwn(contract, name) ? contract[name] : undefined
    const session = context.vault.session()
    // While nobody is signed in the router here answers for both processes, without waiting for one that may still start.
    const text =
      route?.home === 'data' && session !== null
        ? await context.data.call('request', { route: name, input })
        : JSON.stringify(await router(name, input, session))
    if (route?.home === 'data' && tellsOfDamage(text)) leaveDamagedBook(context)
    if (route?.kind === 'command' && route.invalidates.length > 0 && text.startsWith('{"ok":true'))
      context.emit({ type: 'data.changed', topics: [...route.invalidates] })
    return text
  }

  ipcMain.handle('kebu:request', async (event, name: unknown, input: unknown) => {
    try {
      if (!isOurWindow(event, context.window(), origins) || typeof name !== 'string')
        throw new AppError('core.forbidden', 'request from a foreign frame')
      return await answer(name, input)
    } catch (error) {
      return JSON.stringify({ ok: false, error: toErrorShape(error) })
    }
  })
}
