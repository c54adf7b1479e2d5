import type { RouteNameAt } from '@shared/contract'
import { groupOfChecked } from '@shared/features/quality/quality.rules'
import { customerFieldsOf } from '../../../factories/customers'
import {
  type RouteCase,
  one,
  nothing,
  inBulk,
  someUid,
  someField,
  customer,
  attachment,
  someUpload,
  logAsOwner,
  updatedAtOf,
  lastCommand,
} from './route-case'
import { workCases } from './work-cases'

/** At least one request for every route beside the database: a new route does not compile without one. */
export const routeCases: Record<RouteNameAt<'data'>, RouteCase[]> = {
  ...workCases,
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
