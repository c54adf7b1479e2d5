import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract, type RouteName } from '@shared/contract'
import type { ContractShape } from '@shared/core/contract'
import { AppError } from '@shared/core/errors'
import { isAllowed, roles, type Role } from '@shared/core/permissions'
import { createRouter } from '../../../electron/ipc/router'

const names = Object.keys(contract) as RouteName[]

/** A router whose handlers only tell that they were reached. */
function probe(checkOutput = false) {
  const reached: string[] = []
  const router = createRouter<{ role: Role }>({
    contract,
    checkOutput,
    run(name) {
      reached.push(name)
      return 'reached'
    },
  })
  return { router, reached }
}

describe('the router', () => {
  it('reaches no handler that the role may not use, for any route, role and input', async () => {
    const session = fc.option(
      fc.constantFrom(...roles).map((role) => ({ role })),
      { nil: null },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...names), fc.string()),
        fc.anything(),
        session,
        async (name, input, caller) => {
          const { router, reached } = probe()
          const result = await router(name, input, caller)
          const route = (contract as ContractShape)[Object.hasOwn(contract, name) ? name : '']
          if (!route) {
            expect(result).toMatchObject({ ok: false, error: { code: 'core.unknown-route' } })
            return
          }
          if (!isAllowed(caller?.role ?? null, route.permission)) {
            expect(result).toMatchObject({ ok: false })
            expect(reached).toEqual([])
          } else if (!result.ok) expect(result.error.code).toBe('core.invalid-input')
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('keeps every route of the data process for people who are signed in', () => {
    const open = names.filter(
      (name) => contract[name].home === 'data' && contract[name].permission === 'public',
    )
    expect(open).toEqual([])
  })

  it('answers locked, not forbidden, when nobody is signed in', async () => {
    const { router } = probe()
    expect(await router('customers.list', {}, null)).toMatchObject({
      error: { code: 'core.locked' },
    })
    expect(await router('customers.create', {}, { role: 'viewer' })).toMatchObject({
      error: { code: 'core.forbidden' },
    })
  })

  it('refuses a field that the contract does not name', async () => {
    const { router, reached } = probe()
    const result = await router('customers.get', { id: 1, role: 'owner' }, { role: 'owner' })
    expect(result).toMatchObject({ ok: false, error: { code: 'core.invalid-input' } })
    expect(reached).toEqual([])
  })

  it('names what is wrong with an input and never repeats its values', async () => {
    const { router } = probe()
    const secret = '13800001234'
    const result = await router(
      'follow-ups.create',
      { customerId: secret, type: secret, occurredAt: 1, content: '' },
      { role: 'owner' },
    )
    expect(result).toMatchObject({
      error: { details: { issues: expect.arrayContaining(['content:required']) } },
    })
    expect(JSON.stringify(result)).not.toContain(secret)
  })

  it('turns any exception of a handler into an envelope without its message', async () => {
    const failing = (error: unknown) =>
      createRouter<{ role: Role }>({
        contract,
        checkOutput: false,
        run() {
          throw error
        },
      })('tags.list', {}, { role: 'owner' })
    expect(await failing(new Error('SELECT 张三'))).toEqual({
      ok: false,
      error: { code: 'core.unexpected', message: 'unexpected error', details: {} },
    })
    expect(await failing(Object.assign(new Error('x'), { code: 'SQLITE_FULL' }))).toMatchObject({
      error: { code: 'core.disk-full' },
    })
    expect(await failing(new AppError('tags.not-found'))).toMatchObject({
      error: { code: 'tags.not-found' },
    })
  })

  it('refuses an answer of the wrong shape where answers are checked', async () => {
    expect(await probe(true).router('tags.list', {}, { role: 'owner' })).toMatchObject({
      ok: false,
    })
    expect(await probe(false).router('tags.list', {}, { role: 'owner' })).toMatchObject({
      ok: true,
    })
  })
})
