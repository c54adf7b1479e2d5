import fc from 'fast-check'
import { z } from 'zod'
import { contract } from '@shared/contract'
import type { Route } from '@shared/core/contract'
import { type Role, roles } from '@shared/core/permissions'
import { firstMoment } from '../factories/test-book'

export type FuzzedRequest = { role: Role | null; route: string; input: unknown }

type Json = {
  type?: string | string[]
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
  minItems?: number
  anyOf?: Json[]
  enum?: unknown[]
  const?: unknown
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  maxLength?: number
  pattern?: string
  format?: string
}

/** Row ids that are there, and some that are not. */
const ids = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 90 }), weight: 12 },
  fc.constantFrom(4711, Number.MAX_SAFE_INTEGER),
)
/** What breaks careless SQL and text code. */
const texts = fc.oneof(
  fc.constantFrom(
    ...['', '%', "' OR 1=1 --", '"', '\\', '\u0000', '\ud800', '@me', '?1', '𠮷', 'a'.repeat(60)],
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
)
/** The same, and parts of what the records hold: a search could find them, and nothing of it is stored. */
const searches = fc.oneof(
  texts,
  fc.constantFrom(
    ...[
      '名0007',
      '联0012',
      '友0016',
      '1370000',
      '1390000',
      '0013',
      'c0014@secret',
      '需0015',
      '谈0016',
      '000000',
      '１３９',
    ],
  ),
)
const moments = fc.oneof(
  fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
  fc.constantFrom(-2208988800000, 7258118400000, 0),
)
const known: Record<string, fc.Arbitrary<unknown>> = {
  pointsUpdatedAt: fc.constantFrom(null, firstMoment),
  phone: fc.constantFrom('13800000000', '0755-12345678', 'x', null),
  email: fc.constantFrom('a@example.com', null),
  idCard: fc.constantFrom('000000199003070014', null),
  creditCode: fc.constant(null),
  bankAccount: fc.constantFrom('1234567890', null),
  annualRevenue: fc.constantFrom('300 万', 120_050, -1, 'x', null),
  purchaseCycleDays: fc.constantFrom('26', 26, 0, null),
  regionCode: fc.constantFrom('440305', '110103', null),
  lostReason: fc.constantFrom('价格', null),
  name: fc.constantFrom('模糊示例', 'Ｆｕｚｚ', '𠮷'),
  updatedAt: fc.oneof(moments, fc.constant(firstMoment)),
  text: searches,
}

/** A value that a schema takes, or nearly: rules that JSON Schema cannot say are for the schema itself to refuse. */
function valueFor(schema: Json, name: string): fc.Arbitrary<unknown> {
  const special = known[name]
  if (special) return special
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((part) => valueFor(part, name)))
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => valueFor({ ...schema, type }, name)))
  if (schema.type === 'object') return objectFor(schema)
  if (schema.type === 'array')
    return fc.array(valueFor(schema.items ?? {}, name), {
      minLength: schema.minItems ?? 0,
      maxLength: 3,
    })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer') return integerFor(schema)
  if (schema.type === 'string') return stringFor(schema)
  return fc.constant(null)
}

function objectFor({ properties = {}, required = [] }: Json): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, valueFor(part, name)]),
  )
  return fc.record(parts, { requiredKeys: required, noNullPrototype: true })
}

function integerFor({ exclusiveMinimum, minimum = 0, maximum = 0 }: Json): fc.Arbitrary<unknown> {
  if (exclusiveMinimum === 0) return ids
  if (minimum < 0) return moments
  return fc.integer({ min: minimum, max: Math.max(minimum, Math.min(maximum, 500)) })
}

function stringFor({ format, pattern }: Json): fc.Arbitrary<unknown> {
  if (format === 'date') return fc.constantFrom('1990-03-07', '2024-02-29')
  if (format === 'uuid') return fc.uuid()
  if (pattern) return fc.constantFrom('customer:new', 'follow-up:12', 'no key')
  return texts
}

const routes = Object.entries<Route>(contract).filter(([, { home }]) => home === 'data')
const requestOf = ([route, { input }]: [string, Route]): fc.Arbitrary<
  Omit<FuzzedRequest, 'role'>
> =>
  valueFor(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Json, '').map(
    (value) => ({ route, input: value }),
  )

const routed = (kind: Route['kind']) =>
  fc.oneof(...routes.filter(([, route]) => route.kind === kind).map(requestOf))
/** A good input with one thing too many, or one thing made wrong. */
const spoilt = fc
  .tuple(fc.oneof(...routes.map(requestOf)), fc.string({ maxLength: 8 }), fc.anything())
  .map(([{ route, input }, key, value]) => ({
    route,
    input: { ...(input as Record<string, unknown>), [key]: value },
  }))
const names = fc.oneof(
  fc.constantFrom(...Object.keys(contract)),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'customers', ''),
  fc.string({ maxLength: 20 }),
)
const garbage = fc.record({ route: names, input: fc.anything() })

/** Requests of every kind: most are good or nearly good, so that they get past the parser; reads outweigh writes. */
export const fuzzedRequests: fc.Arbitrary<FuzzedRequest> = fc
  .tuple(
    fc.option(fc.constantFrom(...roles), { nil: null, freq: 15 }),
    fc.oneof(
      { arbitrary: routed('query'), weight: 55 },
      { arbitrary: routed('command'), weight: 20 },
      { arbitrary: spoilt, weight: 12 },
      { arbitrary: garbage, weight: 13 },
    ),
  )
  .map(([role, request]) => ({ role, ...request }))
