import type { RouteNameAt } from '@shared/contract'
import type { FieldGroup } from '@shared/core/permissions'
import { groupOfChecked } from '@shared/features/quality/quality.rules'
import { customerFieldsOf } from '../../../factories/customers'
import type { DataSession } from '../../../../electron/ipc/context'
import { plantWork } from '../../../factories/planted-work'
import type { Target, World } from './world'

/** What a request is about: that decides what the table of rights says of it. */
export type About =
  | { kind: 'nothing' | 'copy' }
  | { kind: 'customer' | 'follow-up' | 'step' | 'claim' | 'attachment' }
  /** A task of that customer which was not given to the person; `texts`: as far as they read what it says. */
  | { kind: 'task'; texts?: true }
  /** A task of that customer which the person has to do. */
  | { kind: 'given-task' }
  /** Tasks of a customer, or a new one: for whoever may read the customer. */
  | { kind: 'tasks-of' }
  /** A file that came in: never one of these requests, so only who gets so far is asked. */
  | { kind: 'upload'; at: 'customer' | 'nothing' }
  | { kind: 'reveal'; group: FieldGroup }
  | { kind: 'verify'; group: FieldGroup | null }
  | { kind: 'history'; mine: boolean }
  /** Why it cannot be undone: told of any command that one could ask to undo, with nothing of the record in it. */
  | { kind: 'explain'; mine: boolean }

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

const listedDay = '2026-12-24'
const someUid = '00000000-0000-7000-8000-00000000ffff'
const someField = {
  name: '改名字段',
  kinds: 'person',
  groupName: null,
  options: [],
  requiredStages: [],
}
export const someRule = {
  name: '很久没联系',
  trigger: { on: 'silence', days: 3000 },
  conditions: { match: 'all', conditions: [], groups: [] },
  actions: [{ do: 'notice', to: 'owner', text: '打个电话' }],
} as const
const customer: About = { kind: 'customer' }
const followUp: About = { kind: 'follow-up' }
/** The next step of a follow-up on the board, where tasks stand too. */
const step: About = { kind: 'step' }
const attachment: About = { kind: 'attachment' }
const task: About = { kind: 'task' }
const tasksOf: About = { kind: 'tasks-of' }
const someUpload = '00000000-0000-4000-8000-00000000ffff'
const now = (world: World) => world.book.clock()

function logAsOwner(world: World, actor: DataSession, { customerId, relation }: Target): number {
  if (relation === 'missing') return 0
  const input = { customerId, type: 'phone', content: '虚构', occurredAt: now(world) } as const
  world.book.run('follow-ups.create', input, { ...actor, role: 'owner' })
  const { undo } = world.book.run('history.getState', {}, { ...actor, role: 'owner' })
  return undo?.commandId ?? 0
}

/** Something that this person has to do for the customer. */
function plantTask({ book }: World, { userId }: DataSession, target: Target): void {
  if (target.relation === 'missing') return
  const { customerId, contactId } = target
  book.command({ route: 'test.plant', undoable: false }, (context) =>
    plantWork(context, { customerId, contactId, userId, at: book.clock(), mark: '示例' }),
  )
}

const lastTask = ({ book }: World) =>
  book.book.raw.prepare('SELECT coalesce(max(id), 987654) FROM task').pluck().get()

/** About the one phrase that there is. */
function onPhrase(input: (id: number) => unknown): RouteCase[] {
  const phrases = [{ kind: 'phrase', title: '虚构', content: '虚构' } as const]
  return [
    {
      label: '',
      about: { kind: 'nothing' },
      before: ({ book }, actor) =>
        void book.run('phrases.create', { phrases }, { ...actor, role: 'owner' }),
      input: (_, { book }) =>
        input(Number(book.book.raw.prepare('SELECT max(id) FROM phrase').pluck().get())),
    },
  ]
}

const updatedAtOf = ({ book }: World['book'], id: number) =>
  book.raw.prepare('SELECT updated_at FROM customer WHERE id = ?').pluck().get(id) ?? 0

const lastCommand = (world: World) =>
  Number(world.book.book.raw.prepare('SELECT coalesce(max(id), 0) FROM command').pluck().get())

/** At least one request for every route beside the database: a new route does not compile without one. */
export const routeCases: Record<RouteNameAt<'data'>, RouteCase[]> = {
  'attachments.list': one(customer, ({ customerId }) => ({ customerId })),
  'attachments.begin': one(customer, ({ customerId }) => ({
    ...{ customerId, fileName: '..\\..\\x.exe', bytes: 3 },
  })),
  'attachments.append': one({ kind: 'upload', at: 'nothing' }, () => ({
    ...{ uploadId: someUpload, sequence: 0, chunk: Uint8Array.of(1, 2, 3) },
  })),
  'attachments.abandon': nothing({ uploadIds: [someUpload] }),
  'attachments.add': one({ kind: 'upload', at: 'customer' }, ({ customerId }) => ({
    ...{ customerId, uploadIds: [someUpload] },
  })),
  'attachments.update': one(attachment, ({ attachmentId: id }) => ({
    ...{ id, fields: { fileName: '改名.pdf', category: 'contract', note: null } },
  })),
  'attachments.delete': one(attachment, ({ attachmentId: id }) => ({ id })),
  'audit.list': nothing({}),
  'audit.listUsers': nothing({}),
  'backups.list': nothing({}),
  'backups.countRows': nothing({}),
  'backups.getSchedule': nothing({}),
  'backups.getDrill': nothing({}),
  'backups.setSchedule': nothing({ daily: false, onDrive: true, rotate: true }),
  'calendar.list': nothing({ from: '2024-05-01', to: '2024-05-31' }),
  'calendar.moveTask': [
    {
      label: 'to do oneself',
      about: { kind: 'given-task' },
      before: plantTask,
      input: (_, world) => ({ id: lastTask(world), date: '2024-05-20' }),
    },
  ],
  'calendar.moveStep': one(followUp, ({ followUpId: id }) => ({ id, date: '2024-05-20' })),
  'drafts.list': nothing({}),
  'drafts.save': nothing({ key: 'customer:new', content: '{}' }),
  'drafts.drop': nothing({ key: 'customer:new' }),
  'duplicates.find': nothing({ id: null, kind: 'company', name: '云岫示例' }),
  'duplicates.count': nothing({}),
  'duplicates.list': nothing({}),
  'duplicates.preview': inBulk(customer, (ids) => ({ ids })),
  'duplicates.dismiss': inBulk(customer, (ids) => ({ ids })),
  'duplicates.merge': one(customer, ({ customerId: id }, { book }) => ({
    survivorId: id,
    customers: [{ id, updatedAt: updatedAtOf(book, id) }],
  })),
  'holidays.list': nothing({ year: 2026 }),
  'holidays.preview': nothing({ text: '2026-12-24,示例日,休' }),
  'holidays.set': nothing({ date: '2026-12-24', name: '示例日', kind: 'off' }),
  'holidays.remove': one({ kind: 'nothing' }, () => ({ date: listedDay }), '').map((each) => ({
    ...each,
    before: (world) =>
      void world.book.run('holidays.set', { date: listedDay, name: '示例日', kind: 'off' }),
  })),
  'holidays.reset': nothing({ year: 2026 }),
  'holidays.import': nothing({ text: '2026-12-24,示例日,休' }),
  'imports.list': nothing({}),
  'ownership.getSettings': nothing({}),
  'ownership.setSettings': nothing({ protectionDays: 30, limit: 5 }),
  'ownership.listOwners': nothing({}),
  'phrases.list': nothing({}),
  'phrases.create': nothing({ phrases: [{ kind: 'phrase', title: '虚构', content: '虚构' }] }),
  'phrases.update': onPhrase((id) => ({ id, title: '改过', content: '改过' })),
  'phrases.delete': onPhrase((id) => ({ id })),
  'phrases.reorder': onPhrase((id) => ({ kind: 'phrase', ids: [id] })),
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
  'tasks.list': [
    ...nothing({}),
    ...one(tasksOf, ({ customerId }) => ({ customerId, text: '密文' }), 'of a customer'),
  ],
  'tasks.count': [
    ...nothing({}),
    ...one(tasksOf, ({ customerId }) => ({ customerId }), 'of a customer'),
  ],
  'tasks.listPeople': nothing({}),
  'tasks.get': one(task, ({ taskId: id }) => ({ id })),
  'tasks.create': [
    ...nothing({ title: '虚构' }),
    ...one(tasksOf, ({ customerId }) => ({ customerId, title: '虚构' }), 'of a customer'),
  ],
  'tasks.update': one(task, ({ taskId: id }, { book }) => ({
    ...{ id, fields: { title: '虚构' } },
    updatedAt:
      book.book.raw.prepare('SELECT updated_at FROM task WHERE id = ?').pluck().get(id) ?? 0,
  })),
  'tasks.reschedule': one(task, ({ taskId: id }, world) => ({
    ...{ id, dueAt: now(world), allDay: true },
  })),
  'tasks.complete': one(task, ({ taskId: id }) => ({ id })),
  'tasks.cancel': one(task, ({ taskId: id }) => ({ id })),
  'tasks.reopen': one(task, ({ taskId: id }) => ({ id })),
  'tasks.delete': one(task, ({ taskId: id }) => ({ id })),
  'tasks.setChecklistItem': one({ kind: 'task', texts: true }, ({ taskId: id }) => ({
    ...{ id, index: 0, done: true },
  })),
  'tasks.setProgress': [
    {
      label: '',
      about: task,
      before: ({ book }) =>
        book.command({ route: 'test', undoable: false }, ({ write }) =>
          write.raw.exec(`UPDATE task SET checklist = '[]'`),
        ),
      input: ({ taskId: id }) => ({ id, progress: 40 }),
    },
  ],
  'tags.create': nothing({ type: 'value', name: '新建标签', color: null, subgroup: null }),
  'tags.update': nothing({ id: 1, name: '改名标签', color: 'gold', subgroup: 'price' }),
  'tags.merge': nothing({ survivorId: 1, tagIds: [1] }),
  'tags.archive': nothing({ tagIds: [1] }),
  'tags.unarchive': nothing({ tagIds: [1] }),
  'tags.delete': nothing({ tagIds: [1] }),
  'tags.insertSet': nothing({ set: 'retail', language: 'en' }),
  'tags.setRule': nothing({ id: 1, rule: null }),
  'tags.previewRule': nothing({ rule: { match: 'all', conditions: [], groups: [] } }),
  'automation.list': nothing({}),
  'automation.create': nothing(someRule),
  'automation.update': one({ kind: 'nothing' }, (_, { ruleId: id }) => ({ id, ...someRule })),
  'automation.setEnabled': one({ kind: 'nothing' }, (_, { ruleId: id }) => ({
    ...{ id, enabled: false },
  })),
  'automation.delete': one({ kind: 'nothing' }, (_, { ruleId: id }) => ({ id })),
  'automation.preview': one({ kind: 'nothing' }, () => {
    const { name: _name, ...rule } = someRule
    return { ...rule, id: null }
  }),
  'automation.listRuns': nothing({}),
  'history.getState': nothing({}),
  'history.list': [...nothing({}), ...nothing({ mine: false })],
  'history.ofCustomer': one(customer, ({ customerId }) => ({ customerId })),
  // Without a copy beside the book: only who gets so far is asked here.
  'customer-restores.list': one({ kind: 'copy' }, () => ({})),
  'customer-restores.preview': one({ kind: 'copy' }, () => ({ choices: [{ uid: someUid }] })),
  'customer-restores.commit': one({ kind: 'copy' }, () => ({ choices: [{ uid: someUid }] })),
  'custom-fields.list': nothing({}),
  'custom-fields.create': nothing({ ...someField, name: '新字段', type: 'number' }),
  'custom-fields.update': one({ kind: 'nothing' }, (_, { fieldId: id }) => ({ id, ...someField })),
  'custom-fields.reorder': one({ kind: 'nothing' }, (_, { fieldId: id }) => ({
    order: [{ id, groupName: '新组' }],
  })),
  'custom-fields.archive': one({ kind: 'nothing' }, (_, { fieldId: id }) => ({ id })),
  'custom-fields.unarchive': one({ kind: 'nothing' }, (_, { fieldId: id }) => ({ id })),
  'custom-fields.previewType': one({ kind: 'nothing' }, (_, { fieldId: id }) => ({
    ...{ id, type: 'choice', language: 'en' },
  })),
  'custom-fields.changeType': one({ kind: 'nothing' }, (_, { fieldId: id }) => ({
    ...{ id, type: 'date', language: 'en', rest: 'notes' },
  })),
  'customers.list': nothing({}),
  'customers.listIds': nothing({}),
  'customers.counts': nothing({}),
  'customers.create': nothing(customerFieldsOf()),
  'customers.get': one(customer, ({ customerId: id }) => ({ id })),
  'customers.update': one(customer, ({ customerId: id }, { book }) => ({
    ...{ id, fields: customerFieldsOf({ name: '改名示例' }) },
    updatedAt: updatedAtOf(book, id),
  })),
  'customers.setStage': inBulk(customer, (ids) => ({ ids, stage: 'won', lostReason: null })),
  'customers.setTier': inBulk(customer, (ids) => ({ ids, tier: 'high' })),
  'customers.archive': inBulk(customer, (ids) => ({ ids })),
  'customers.unarchive': inBulk(customer, (ids) => ({ ids })),
  'customers.delete': inBulk(customer, (ids) => ({ ids })),
  'customers.restore': inBulk(customer, (ids) => ({ ids })),
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
  'customers.listTimeline': one(customer, ({ customerId }) => ({ customerId })),
  'lifecycle.check': one(customer, ({ customerId }) => ({ ids: [customerId], stage: 'won' })),
  'lifecycle.move': one(customer, ({ customerId: id }) => ({
    id,
    stage: 'won',
    fill: { source: '虚构' },
  })),
  'contacts.list': one(customer, ({ customerId }) => ({ customerId })),
  'contacts.create': one(customer, ({ customerId }) => ({ customerId, fields: { name: '虚构' } })),
  'contacts.update': one(customer, ({ customerId, contactId: id }, { book }) => ({
    ...{ customerId, id, fields: { name: '虚构' } },
    updatedAt:
      book.book.raw.prepare('SELECT updated_at FROM contact WHERE id = ?').pluck().get(id) ?? 0,
  })),
  'contacts.delete': one(customer, ({ customerId, contactId: id }) => ({ customerId, id })),
  'contacts.reorder': one(customer, ({ customerId, contactId }) => ({
    ...{ customerId, ids: [contactId] },
  })),
  'contacts.setPoints': one(customer, ({ customerId }, { book }) => ({
    ...{ customerId, points: [] },
    pointsUpdatedAt: book.book.raw
      .prepare(
        `SELECT max(updated_at) FROM contact_point WHERE customer_id = ? AND contact_id IS NULL`,
      )
      .pluck()
      .get(customerId),
  })),
  'contacts.reveal': one({ kind: 'reveal', group: 'contact' }, ({ customerId, pointId }) => ({
    ...{ customerId, pointIds: [pointId] },
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
  'behaviors.list': one(customer, ({ customerId }) => ({ customerId })),
  'behaviors.create': one(customer, ({ customerId }, world) => ({
    ...{ customerId, kind: 'purchase', at: now(world) },
  })),
  'behaviors.delete': one(followUp, ({ behaviorId: id }) => ({ id })),
  'cadence.getSettings': nothing({}),
  'cadence.setSettings': nothing({ high: null }),
  'cadence.propose': one(customer, ({ customerId }) => ({ customerId })),
  'cadence.late': nothing({}),
  'cadence.counts': nothing({}),
  'cadence.plan': inBulk(customer, (ids) => ({ ids, from: '2024-05-20', perDay: 3 })),
  'deadlines.getSettings': nothing({}),
  'deadlines.setSettings': nothing({ mode: 'workdays' }),
  'deadlines.list': nothing({}),
  'deadlines.counts': nothing({}),
  'deadlines.ofCustomer': one(customer, ({ customerId }) => ({ customerId })),
  'deadlines.settle': inBulk(customer, (customerIds) => ({ customerIds })),
  'service-cases.list': [
    ...nothing({}),
    ...one(customer, ({ customerId }) => ({ filter: { customerId } }), 'of a customer'),
  ],
  'service-cases.get': one(followUp, ({ caseId: id }) => ({ id })),
  'service-cases.counts': nothing({}),
  'service-cases.listHandlers': [
    ...nothing({}),
    ...one(customer, ({ customerId }) => ({ customerId }), 'of a customer'),
  ],
  'service-cases.create': one(customer, ({ customerId }, world) => ({
    ...{ customerId, kind: 'praise', subject: '虚构', openedAt: now(world) },
  })),
  'service-cases.update': one(followUp, ({ caseId: id }, world) => ({
    ...{ id, fields: { kind: 'praise', subject: '虚构', openedAt: now(world) } },
  })),
  'service-cases.move': one(followUp, ({ caseId: id }) => ({ id, to: 'waiting' })),
  'service-cases.respond': one(followUp, ({ caseId: id }) => ({ id })),
  'service-cases.delete': one(followUp, ({ caseId: id }) => ({ id })),
  'today.counts': [...nothing({}), ...nothing({ whose: 'all' })],
  'today.list': [...nothing({ group: 'week' }), ...nothing({ group: 'waiting', whose: 'all' })],
  'today.listDone': nothing({}),
  'today.listPeople': nothing({}),
  'today.move': one(step, ({ followUpId: id }) => ({
    ...{ items: [{ kind: 'step', id }], to: { date: '2024-05-20' } },
  })),
  'today.snooze': one(step, ({ followUpId: id }) => ({
    ...{ item: { kind: 'step', id }, to: { date: '2024-05-20' } },
  })),
  'today.moveOverdue': nothing({ whose: 'all' }),
  'today.complete': one(step, ({ followUpId: id }) => ({
    ...{ item: { kind: 'step', id }, next: { date: '2024-05-20', note: '虚构' } },
  })),
  'today.missed': nothing({}),
  'today.dismissMissed': nothing({}),
  'today.readNotices': nothing({ ids: [1] }),
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
  'history.explain': [
    {
      label: 'one’s own command',
      about: { kind: 'explain', mine: true },
      before: logAsOwner,
      input: ({ relation }, world) => ({
        commandId: relation === 'missing' ? 987_654 : lastCommand(world),
      }),
    },
    {
      label: 'a colleague’s command',
      about: { kind: 'explain', mine: false },
      before: (world, _actor, target) => logAsOwner(world, world.rival, target),
      input: ({ relation }, world) => ({
        commandId: relation === 'missing' ? 987_654 : lastCommand(world),
      }),
    },
  ],
}
