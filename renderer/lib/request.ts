import type { RouteInput, RouteName, RouteOutput } from '@shared/contract'
import { AppError, fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'

/**
 * Asks the program for one route of the contract.
 * @throws AppError with the code of the answer; `core.process-gone` when the bridge itself fails.
 */
export async function request<R extends RouteName>(
  route: R,
  input: RouteInput<R>,
): Promise<RouteOutput<R>> {
  const answer = await callBridge(route, input)
  if (!isResult<RouteOutput<R>>(answer))
    throw new AppError('core.unexpected', 'answer has no envelope')
  if (!answer.ok) throw fromErrorShape(answer.error)
  return answer.data
}

async function callBridge(route: string, input: unknown): Promise<unknown> {
  try {
    return JSON.parse(await window.kebu.request(route, input))
  } catch {
    throw new AppError('core.process-gone', 'bridge rejected')
  }
}

function isResult<T>(value: unknown): value is Result<T> {
  return typeof value === 'object' && value !== null && 'ok' in value
}
