import type { RouteOutput } from '@shared/contract'
import type { Stage } from '@shared/features/customers/customers.enums'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useCustomerCommands } from '../use-customer-commands'

/** What is still to be asked before customers go to a stage. */
export type StageQuestion =
  | { name: 'reason'; stage: 'lost' }
  | { name: 'gate'; stage: Stage; check: RouteOutput<'lifecycle.check'> }

/**
 * Moves customers where nothing has to be asked; else answers the question: the reason of 流失, or what the stage needs and is missing
 * (R029). Null when it is done, or failed and was said so.
 */
export function useStageChoice(): (ids: number[], stage: Stage) => Promise<StageQuestion | null> {
  const commands = useCustomerCommands()
  const errorToast = useErrorToast()
  return async (ids, stage) => {
    if (stage === 'lost') return { name: 'reason', stage }
    try {
      const check = await request('lifecycle.check', { ids, stage })
      if (check.total > 0) return { name: 'gate', stage, check }
      await commands.setStage(ids, { stage })
    } catch (error) {
      errorToast(error)
    }
    return null
  }
}
