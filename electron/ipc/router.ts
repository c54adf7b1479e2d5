import type { ContractShape, Route } from '@shared/core/contract'
import { AppError, toErrorShape } from '@shared/core/errors'
import { isAllowed, type Role } from '@shared/core/permissions'
import type { Result } from '@shared/core/result'

type Options<Session extends { role: Role }> = {
  contract: ContractShape
  /** Runs the handler of a route whose input is parsed and whose caller is allowed. */
  run: (name: string, route: Route, input: unknown, session: Session | null) => unknown
  /** Parse answers too: in tests and development, where a wrong shape must show at once. */
  checkOutput: boolean
}

/**
 * The one gate before every handler: known route, permission of the session's role, strict input. Never throws; answers the
 * envelope. The session comes from main's state, never from the payload.
 */
export function createRouter<Session extends { role: Role }>(options: Options<Session>) {
  return async (
    name: string,
    input: unknown,
    session: Session | null,
  ): Promise<Result<unknown>> => {
    try {
      const route = Object.hasOwn(options.contract, name) ? options.contract[name] : undefined
      if (!route) throw new AppError('core.unknown-route', 'unknown route')
      if (session === null && route.permission !== 'public')
        throw new AppError('core.locked', 'nobody is signed in')
      if (!isAllowed(session?.role ?? null, route.permission))
        throw new AppError('core.forbidden', `role may not use ${route.permission}`)
      const data = await options.run(name, route, parseInput(route, input), session)
      return { ok: true, data: options.checkOutput ? route.output.parse(data) : data }
    } catch (error) {
      return { ok: false, error: toErrorShape(error) }
    }
  }
}

/** @throws AppError `core.invalid-input` with the paths and keys of what is wrong, never the values */
function parseInput(route: Route, input: unknown): unknown {
  const parsed = route.input.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues
    .slice(0, 20)
    .map(
      (issue) =>
        `${issue.path.map(String).join('.')}:${issue.code === 'custom' ? issue.message : issue.code}`,
    )
  throw new AppError('core.invalid-input', 'input does not parse', { issues })
}
