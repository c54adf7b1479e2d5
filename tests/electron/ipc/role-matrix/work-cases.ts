import type { RouteNameAt } from '@shared/contract'
import {
  type RouteCase,
  one,
  nothing,
  inBulk,
  listedDay,
  someRule,
  customer,
  followUp,
  step,
  task,
  tasksOf,
  now,
  plantTask,
  lastTask,
  onPhrase,
} from './route-case'

/** Requests about what is to be done for customers and what came of it. */
export const workCases = {
  'calendar.list': nothing({ from: '2024-05-01', to: '2024-05-31' }),
  'calendar.moveTask': [
    {
      label: 'to do oneself',
      about: { kind: 'given-task' },
      before: plantTask,
      input: ({ relation }, world) => ({
        id: relation === 'missing' ? 987_654 : lastTask(world),
        date: '2024-05-20',
      }),
    },
  ],
  'calendar.moveStep': one(followUp, ({ followUpId: id }) => ({ id, date: '2024-05-20' })),
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
  'phrases.list': nothing({}),
  'phrases.create': nothing({ phrases: [{ kind: 'phrase', title: '虚构', content: '虚构' }] }),
  'phrases.update': onPhrase((id) => ({ id, title: '改过', content: '改过' })),
  'phrases.delete': onPhrase((id) => ({ id })),
  'phrases.reorder': onPhrase((id) => ({ kind: 'phrase', ids: [id] })),
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
} satisfies Partial<Record<RouteNameAt<'data'>, RouteCase[]>>
