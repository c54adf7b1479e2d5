import type { RouteNameAt } from '@shared/contract'
import type { FieldGroup } from '@shared/core/permissions'
import { groupOfChecked } from '@shared/features/quality/quality.rules'
import { customerFieldsOf } from '../../../factories/customers'
import type { DataSession } from '../../../../electron/ipc/context'
import type { Target, World } from './world'

/** What a request is about: that decides what the table of rights says of it. */
export type About =
  | { kind: 'nothing' | 'copy' }
  | { kind: 'customer' | 'follow-up' | 'claim' }
  | { kind: 'reveal'; group: FieldGroup }
  | { kind: 'verify'; group: FieldGroup | null }
  | { kind: 'history'; mine: boolean }

export type RouteCase = {
  label: string
  about: About
  input: (target: Target, world: World) => unknown
  /** What happens before, by the same person while they still had every right. */
  before?: (world: World, actor: DataSession, target: Target) => void
}

const one = (about: About, input: RouteCase['input'], label = ''): RouteCase[] => [
  { label, about, input },
]
const nothing = (input: unknown) => one({ kind: 'nothing' }, () => input)

/** Alone, and beside a record of one's own, which must then be left alone too. */
const inBulk = (about: About, input: (ids: number[], world: World) => unknown): RouteCase[] => [
  { label: 'one', about, input: ({ customerId }, world) => input([customerId], world) },
  { label: 'twice', about, input: ({ customerId: id }, world) => input([id, id], world) },
]

const someUid = '00000000-0000-7000-8000-00000000ffff'
const customer: About = { kind: 'customer' }
const followUp: About = { kind: 'follow-up' }
const now = (world: World) => world.book.clock()

function logAsOwner(world: World, actor: DataSession, { customerId, relation }: Target): number {
  if (relation === 'missing') return 0
  const input = { customerId, type: 'phone', content: '虚构', occurredAt: now(world) } as const
  world.book.run('follow-ups.create', input, { ...actor, role: 'owner' })
  const { undo } = world.book.run('history.getState', {}, { ...actor, role: 'owner' })
  return undo?.commandId ?? 0
}

const lastCommand = (world: World) =>
  Number(world.book.book.raw.prepare('SELECT coalesce(max(id), 0) FROM command').pluck().get())

/** At least one request for every route beside the database: a new route does not compile without one. */
export const routeCases: Record<RouteNameAt<'data'>, RouteCase[]> = {
  'audit.list': nothing({}),
  'audit.listUsers': nothing({}),
  'backups.list': nothing({}),
  'backups.countRows': nothing({}),
  'backups.getSchedule': nothing({}),
  'backups.getDrill': nothing({}),
  'backups.setSchedule': nothing({ daily: false, onDrive: true, rotate: true }),
  'drafts.list': nothing({}),
  'drafts.save': nothing({ key: 'customer:new', content: '{}' }),
  'drafts.drop': nothing({ key: 'customer:new' }),
  'imports.list': nothing({}),
  'ownership.getSettings': nothing({}),
  'ownership.setSettings': nothing({ protectionDays: 30, limit: 5 }),
  'ownership.listOwners': nothing({}),
  'quality.getSettings': nothing({}),
  'quality.setSettings': nothing({ months: 2, highTierMonths: 1 }),
  'quality.counts': nothing({}),
  'quality.queue': nothing({}),
  'quality.pickQueue': nothing({}),
  'quality.verify': (['name', 'phone', 'idCard'] as const).map((field) => ({
    label: field,
    about: { kind: 'verify' as const, group: groupOfChecked(field) },
    input: ({ customerId: id }) => ({ id, fields: [field], method: 'call-back' }),
  })),
  'tags.list': nothing({}),
  'history.getState': nothing({}),
  // Without a copy beside the book: only who gets so far is asked here.
  'customer-restores.list': one({ kind: 'copy' }, () => ({})),
  'customer-restores.preview': one({ kind: 'copy' }, () => ({ choices: [{ uid: someUid }] })),
  'customer-restores.commit': one({ kind: 'copy' }, () => ({ choices: [{ uid: someUid }] })),
  'customers.list': nothing({}),
  'customers.listIds': nothing({}),
  'customers.counts': nothing({}),
  'customers.create': nothing(customerFieldsOf()),
  'customers.get': one(customer, ({ customerId: id }) => ({ id })),
  'customers.update': one(customer, ({ customerId: id }, { book }) => ({
    ...{ id, fields: customerFieldsOf({ name: '改名示例' }) },
    updatedAt:
      book.book.raw.prepare('SELECT updated_at FROM customer WHERE id = ?').pluck().get(id) ?? 0,
  })),
  'customers.setStage': inBulk(customer, (ids) => ({ ids, stage: 'won', lostReason: null })),
  'customers.setTier': inBulk(customer, (ids) => ({ ids, tier: 'high' })),
  'customers.archive': inBulk(customer, (ids) => ({ ids })),
  'customers.unarchive': inBulk(customer, (ids) => ({ ids })),
  'customers.transfer': inBulk(customer, (ids, { rival }) => ({ ids, ownerId: rival.userId })),
  'customers.release': inBulk(customer, (ids) => ({ ids })),
  'customers.claim': inBulk({ kind: 'claim' }, (ids) => ({ ids })),
  'customers.reveal': (['phone', 'email', 'idCard', 'bankAccount'] as const).map((field) => ({
    label: field,
    about: {
      kind: 'reveal',
      group: field === 'phone' || field === 'email' ? 'contact' : 'idNumber',
    },
    input: ({ customerId: id }) => ({ id, fields: [field] }),
  })),
  'follow-ups.list': one(customer, ({ customerId }) => ({ customerId })),
  'follow-ups.create': one(customer, ({ customerId }, world) => ({
    ...{ customerId, type: 'phone', content: '虚构', occurredAt: now(world) },
  })),
  'follow-ups.update': one(followUp, ({ followUpId: id }, world) => ({
    ...{ id, fields: { type: 'phone', content: '虚构', occurredAt: now(world) } },
  })),
  'follow-ups.delete': one(followUp, ({ followUpId: id }) => ({ id })),
  'follow-ups.completeNext': one(followUp, ({ followUpId: id }) => ({ id })),
  'tags.attach': inBulk(customer, (customerIds) => ({
    ...{ customerIds, tags: [{ type: 'risk', name: '新标签' }] },
  })),
  'tags.detach': inBulk(customer, (customerIds) => ({ customerIds, tagIds: [1] })),
  'history.undo': [
    {
      label: 'one’s own command',
      about: { kind: 'history', mine: true },
      before: logAsOwner,
      input: () => ({}),
    },
    {
      label: 'a colleague’s command',
      about: { kind: 'history', mine: false },
      before: (world, _actor, target) => logAsOwner(world, world.rival, target),
      input: ({ relation }, world) => ({
        commandId: relation === 'missing' ? 987_654 : lastCommand(world),
      }),
    },
  ],
  'history.redo': [
    {
      label: '',
      about: { kind: 'history', mine: true },
      before(world, actor, target) {
        if (logAsOwner(world, actor, target) > 0)
          world.book.run('history.undo', {}, { ...actor, role: 'owner' })
      },
      input: () => ({}),
    },
  ],
}
