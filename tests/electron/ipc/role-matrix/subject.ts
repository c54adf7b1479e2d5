import { contract } from '@shared/contract'
import type { ContractShape, Route } from '@shared/core/contract'
import { accessByRole, type Role, roles } from '@shared/core/permissions'
import type { Result } from '@shared/core/result'
import type { DataSession } from '../../../../electron/ipc/context'
import { dataHandlers } from '../../../../electron/ipc/handlers'
import { createRouter } from '../../../../electron/ipc/router'
import type { Handlers } from '../../../factories/test-book'
import type { World } from './world'

/** What is examined: the real contract and handlers, or a copy with one right loosened. */
export type Subject = {
  contract: ContractShape
  handlers: Handlers
  /** Gets the name of every route that is asked. */
  asked?: Set<string>
}

export const real: Subject = { contract, handlers: dataHandlers as unknown as Handlers }

export const dataRoutes = Object.entries<Route>(contract)
  .filter(([, { home }]) => home === 'data')
  .map(([name]) => name)

/** Sends one request through the router, with answers parsed, as in the program. */
export function ask(
  { book }: World,
  subject: Subject,
  name: string,
  input: unknown,
  session: DataSession | null,
): Promise<Result<unknown>> {
  subject.asked?.add(name)
  const router = createRouter<DataSession>({
    contract: subject.contract,
    checkOutput: true,
    run: (route, definition, parsed, caller) =>
      caller && book.perform(route, definition, parsed, caller, subject.handlers),
  })
  return router(name, input, session)
}

/** `ok`, or the code of the refusal. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code
}

/** A handler that takes everybody for an owner, with the second key. */
export function loosenHandler(world: World, name: string): Subject {
  const handler = real.handlers[name]
  const { fields } = world.book
  return {
    contract,
    handlers: {
      ...real.handlers,
      [name]: (context, input) =>
        handler?.({ ...context, fields, session: { ...context.session, role: 'owner' } }, input),
    },
  }
}

/** A contract in which everybody who is signed in may use a route. */
export function loosenRoute(name: string): Subject {
  const route = (contract as ContractShape)[name]
  if (!route) throw new Error('no such route')
  return { ...real, contract: { ...contract, [name]: { ...route, permission: 'self' } } }
}

/** How far a permission reaches, straight from the table. */
export function reach(role: Role, permission: Route['permission']): string {
  if (permission === 'public' || permission === 'self') return 'all'
  return accessByRole[role].scopes[permission]
}

/** One examined cell that came out otherwise than the table says. */
export type Wrong = { cell: string; expected: unknown; observed: unknown }
export type Tally = { cells: number; wrong: Wrong[] }

/** Collects cells; equal means equal as JSON. */
export function createTally() {
  const tally: Tally = { cells: 0, wrong: [] }
  return {
    tally,
    compare(cell: string, expected: unknown, observed: unknown): void {
      tally.cells += 1
      if (JSON.stringify(expected) !== JSON.stringify(observed))
        tally.wrong.push({ cell, expected, observed })
    },
  }
}

export const everyRole: readonly Role[] = roles
