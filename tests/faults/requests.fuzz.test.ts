import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '@shared/contract'
import type { Route } from '@shared/core/contract'
import { coreErrorCodes } from '@shared/core/errors'
import { accessByRole, type Role } from '@shared/core/permissions'
import { calendarErrorCodes } from '@shared/features/calendar/calendar.errors'
import { automationErrorCodes } from '@shared/features/automation/automation.errors'
import { contactErrorCodes } from '@shared/features/contacts/contacts.errors'
import { customFieldErrorCodes } from '@shared/features/custom-fields/custom-fields.errors'
import { attachmentErrorCodes } from '@shared/features/attachments/attachments.errors'
import { customerErrorCodes } from '@shared/features/customers/customers.errors'
import { customerRestoreErrorCodes } from '@shared/features/restores/customer-restores.errors'
import { duplicateErrorCodes } from '@shared/features/duplicates/duplicates.errors'
import { historyErrorCodes } from '@shared/features/history/history.errors'
import { phraseErrorCodes } from '@shared/features/phrases/phrases.errors'
import { holidayErrorCodes } from '@shared/features/holidays/holidays.errors'
import { qualityErrorCodes } from '@shared/features/quality/quality.errors'
import { serviceCaseErrorCodes } from '@shared/features/service-cases/service-cases.errors'
import { tagErrorCodes } from '@shared/features/tags/tags.errors'
import { taskErrorCodes } from '@shared/features/tasks/tasks.errors'
import { createFuzzedBook, type FuzzedBook } from './fuzzed-book'
import { type FuzzedRequest, fuzzedRequests } from './fuzzed-requests'
import { createOracle } from './request-oracle'

/** 100,000 requests: so many in one property, so many properties. */
const requestsPerRun = 100
const runs = 1000

/** What a request may be refused with; an unexpected error is a fault of ours. */
const refusals = new Set<string>([
  ...coreErrorCodes.filter((code) => code !== 'core.unexpected'),
  ...[...calendarErrorCodes, ...holidayErrorCodes],
  ...automationErrorCodes,
  ...contactErrorCodes,
  ...duplicateErrorCodes,
  ...[...customerErrorCodes, ...customerRestoreErrorCodes, ...historyErrorCodes],
  ...[...qualityErrorCodes, ...tagErrorCodes, ...taskErrorCodes],
  ...customFieldErrorCodes,
  ...[...serviceCaseErrorCodes, ...phraseErrorCodes],
  ...attachmentErrorCodes,
])

type Envelope = { ok: boolean; data?: unknown; error?: { code: string } }
type Ask = (request: FuzzedRequest) => Promise<string>

let book: FuzzedBook
beforeAll(() => {
  book = createFuzzedBook()
})
afterAll(() => book.dispose())

const asReal: Ask = ({ role, route, input }) => book.sessionOf(role).request(route, input)

/** What is wrong with the answer to one request; empty when nothing is. */
async function faultsOf(request: FuzzedRequest, ask: Ask): Promise<string[]> {
  const { role, route: name } = request
  const oracle = createOracleOnce()
  const route = dataRoute(name)
  const parsed = route?.input.safeParse(request.input)
  const input = (parsed?.success ? parsed.data : {}) as Record<string, unknown>
  const isCommand = route?.kind === 'command'
  const authorised = role !== null && oracle.isAuthorised(role, name, input)
  const since = isCommand && role !== null ? oracle.before(role) : null
  const text = await ask(request)
  const answer = JSON.parse(text) as Envelope
  const faults = envelopeFaults(answer)
  const expected = expectedRefusal(role, route, parsed?.success ?? false)
  if (expected && answer.error?.code !== expected) faults.push(`not ${expected}`)
  if (answer.ok && !authorised) faults.push('unauthorised answer')
  if (role !== null) faults.push(...oracle.leaksIn(role, text))
  if (role !== null && since) faults.push(...oracle.wrongWrites(role, since))
  return faults
}

/** The refusal that the gate must give, whatever the handler would say; null when the request gets to it. */
function expectedRefusal(role: Role | null, route: Route | null, parses: boolean): string | null {
  if (!route) return 'core.unknown-route'
  if (role === null) return 'core.locked'
  const { permission } = route
  if (permission !== 'self' && permission !== 'public')
    if (accessByRole[role].scopes[permission] === 'none') return 'core.forbidden'
  return parses ? null : 'core.invalid-input'
}

function envelopeFaults(answer: Envelope): string[] {
  const keys = Object.keys(answer).sort().join()
  if (answer.ok) return keys === 'data,ok' ? [] : ['no envelope']
  const { error } = answer
  if (keys !== 'error,ok' || !error) return ['no envelope']
  if (Object.keys(error).sort().join() !== 'code,details,message') return ['no error shape']
  return refusals.has(error.code) ? [] : [`answers ${error.code}`]
}

function dataRoute(name: string): Route | null {
  if (!Object.hasOwn(contract, name)) return null
  const route = (contract as Record<string, Route>)[name]
  return route?.home === 'data' ? route : null
}

let oracle: ReturnType<typeof createOracle> | null = null
const createOracleOnce = () => (oracle ??= createOracle(book))

describe('a flood of requests', () => {
  test('gets nothing but envelopes, named refusals and what each role may have', async () => {
    const seen = new Map<string, number>()
    const batches = fc.array(fuzzedRequests, {
      minLength: requestsPerRun,
      maxLength: requestsPerRun,
    })
    await fc.assert(
      fc.asyncProperty(batches, async (requests) => {
        for (const request of requests) {
          const faults = await faultsOf(request, async (asked) => {
            const text = await asReal(asked)
            const kind = (JSON.parse(text) as Envelope).error?.code ?? 'ok'
            seen.set(kind, (seen.get(kind) ?? 0) + 1)
            return text
          })
          expect({ request, faults }).toEqual({ request, faults: [] })
        }
      }),
      { numRuns: runs, endOnFailure: true },
    )
    console.log('requests by outcome', Object.fromEntries(seen))
    expect(seen.get('ok') ?? 0).toBeGreaterThan((runs * requestsPerRun) / 10)
  })
})

describe('the judge (control)', () => {
  test('notices an answer for another role, within a few hundred requests', async () => {
    const asOwner: Ask = ({ route, input }) => book.sessionOf('owner').request(route, input)
    const faults = await floodOf(asOwner, 3)
    expect(faults).toContain('unauthorised answer')
    expect(faults.some((fault) => / of \d+$/.test(fault))).toBe(true)
  })

  test('notices an error without a name and a broken envelope', async () => {
    const broken: Ask = () => Promise.resolve('{"ok":false,"error":{"code":"core.unexpected"}}')
    expect(await floodOf(broken, 1)).toContain('no error shape')
    const unnamed: Ask = () =>
      Promise.resolve('{"ok":false,"error":{"code":"core.unexpected","message":"","details":{}}}')
    expect(await floodOf(unnamed, 1)).toContain('answers core.unexpected')
  })

  async function floodOf(ask: Ask, batches: number): Promise<string[]> {
    const faults: string[] = []
    for (const request of fc.sample(fuzzedRequests, batches * requestsPerRun))
      faults.push(...(await faultsOf(request, ask)))
    return faults
  }
})
