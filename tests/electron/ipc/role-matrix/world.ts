import { type Relation, type Role, roles } from '@shared/core/permissions'
import type { DataSession } from '../../../../electron/ipc/context'
import { attachFile } from '../../../factories/attachments'
import { customerForm } from '../../../factories/customers'
import { createTestBook } from '../../../factories/test-book'

/** A record to ask for: its ids, and whose it is for the person who asks. `missing` is one that is not there. */
export type Target = {
  relation: Relation | 'missing'
  customerId: number
  followUpId: number
  /** A person at the customer, and their phone. */
  contactId: number
  pointId: number
  attachmentId: number
  caseId: number
  behaviorId: number
  taskId: number
}

/** What every record holds; no two parts share a word, so that an answer shows by itself which parts are in it. */
export const secrets = {
  contactPerson: '欧阳知秋',
  phone: '13800001027',
  email: 'spring@example.com',
  address: '虚构路九号',
  gender: 'female',
  birthDate: '1990-03-07',
  lunarBirthday: 'L06-05',
  idCard: '000000199003070014',
  bankAccount: '0000111122223333',
  need: '需求密文',
  notes: '备注密文',
  lostReason: '流失密文',
  content: '跟进密文',
  nextNote: '下步密文',
  person: '司徒若水',
  position: '职位密文',
  personNotes: '人物密文',
  personPhone: '13900002718',
  label: '标注密文',
  customText: '自定密文',
  fileName: '附件密文.txt',
  caseSubject: '服务密文',
  caseContent: '详情密文',
  behaviorSubject: '行为密文',
  taskTitle: '任务密文',
  taskNotes: '任记密文',
  taskLine: '清单密文',
} as const

/** What of the secrets a customer's own form holds. */
export function customerSecrets() {
  const {
    content: _content,
    nextNote: _note,
    person: _person,
    position: _position,
    ...rest
  } = secrets
  const {
    personNotes: _notes,
    personPhone: _phone,
    label: _label,
    customText: _custom,
    fileName: _fileName,
    caseSubject: _caseSubject,
    caseContent: _caseContent,
    behaviorSubject: _behaviorSubject,
    taskTitle: _taskTitle,
    taskNotes: _taskNotes,
    taskLine: _taskLine,
    ...ofCustomer
  } = rest
  return ofCustomer
}

/** The name that the records share; everybody who may read one may read and search it. */
export const sharedName = '云岫示例'

/**
 * A book with a person of every role, each with a record of their own, one that belongs to somebody else and one in the pool.
 * All with the same contents: a follow-up with a planned step, a tag, and a value of a custom field.
 */
export function createWorld() {
  const book = createTestBook()
  const actors = Object.fromEntries(
    roles.map((role) => [role, book.signIn(`示例 ${role}`, role)]),
  ) as Record<Role, DataSession>
  const rival = book.signIn('示例对手', 'sales')

  const { content, nextNote, customText } = secrets
  const ofCustomer = customerSecrets()
  const { id: fieldId } = book.run('custom-fields.create', {
    ...{ name: '自定字段', type: 'text', kinds: 'both', groupName: null },
    ...{ options: [], requiredStages: [] },
  })

  const { id: ruleId } = book.run('automation.create', {
    ...{ name: '很久没联系', trigger: { on: 'silence', days: 3000 } },
    ...{ conditions: { match: 'all', conditions: [] } },
    actions: [{ do: 'notice', to: 'owner', text: '打个电话' }],
  })

  function plant(ownerId: number): Omit<Target, 'relation'> {
    const { id: customerId } = book.run('customers.create', {
      ...customerForm({ name: sharedName, stage: 'lost', ...ofCustomer }),
      custom: { [fieldId]: customText },
    })
    const { id: followUpId } = book.run('follow-ups.create', {
      ...{ customerId, type: 'phone', content, occurredAt: book.clock() },
      ...{ nextFollowAt: book.clock() + 86_400_000, nextNote },
    })
    const point = { type: 'phone', raw: secrets.personPhone, label: secrets.label } as const
    const { id: contactId } = book.run('contacts.create', {
      customerId,
      fields: {
        ...{ name: secrets.person, position: secrets.position, notes: secrets.personNotes },
        points: [point],
      },
    })
    const { contacts } = book.run('contacts.list', { customerId })
    const pointId = contacts[0]?.points[0]?.id ?? 0
    book.run('contacts.setPoints', {
      customerId,
      pointsUpdatedAt: null,
      points: [{ ...point, raw: `${secrets.personPhone} 转 8` }],
    })
    const [attachmentId = 0] = attachFile(book, customerId, { fileName: secrets.fileName }).ids
    book.run('tags.attach', { customerIds: [customerId], tags: [{ type: 'need', name: '标签' }] })
    const { id: caseId } = book.run('service-cases.create', {
      ...{ customerId, contactId, kind: 'complaint', openedAt: book.clock() },
      ...{ subject: secrets.caseSubject, content: secrets.caseContent },
    })
    const { id: behaviorId } = book.run('behaviors.create', {
      ...{ customerId, kind: 'browse', at: book.clock(), subject: secrets.behaviorSubject },
    })
    const { id: taskId } = book.run('tasks.create', {
      ...{ customerId, contactId, title: secrets.taskTitle, notes: secrets.taskNotes },
      ...{ dueAt: book.clock(), checklist: [{ text: secrets.taskLine, done: false }] },
    })
    // By SQL, because some roles may own no customer; they may have had another role before.
    book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw.prepare('UPDATE customer SET owner_id = ? WHERE id = ?').run(ownerId, customerId),
    )
    return { customerId, followUpId, contactId, pointId, attachmentId, caseId, behaviorId, taskId }
  }

  const own = Object.fromEntries(roles.map((role) => [role, plant(actors[role].userId)])) as Record<
    Role,
    Omit<Target, 'relation'>
  >
  const other = plant(rival.userId)
  const pool = plant(rival.userId)
  book.run('customers.release', { ids: [pool.customerId] })

  // What a scan would have found, had the records not all one number.
  const all = [...Object.values(own), other, pool].map(({ customerId }) => customerId)
  book.command({ route: 'test', undoable: false }, ({ write }) => {
    const add = write.raw.prepare(
      `INSERT INTO duplicate_candidate (customer_id, other_id, score, reasons, found_at) VALUES (?, ?, 98, '[]', 0)`,
    )
    for (const id of all) for (const otherId of all) if (id < otherId) add.run(id, otherId)
  })

  return {
    ...{ book, actors, rival, fieldId, ruleId },
    /** The four kinds of record that a person of this role may ask for. */
    targetsOf: (role: Role): Target[] => [
      { relation: 'own', ...own[role] },
      { relation: 'other', ...other },
      { relation: 'pool', ...pool },
      {
        relation: 'missing',
        ...{ customerId: 987_654, followUpId: 987_654, contactId: 987_654, pointId: 987_654 },
        ...{ attachmentId: 987_654, caseId: 987_654, behaviorId: 987_654, taskId: 987_654 },
      },
    ],
    /** Every record with its relation to the person of a role. */
    recordsFor: (role: Role): Target[] => [
      ...roles.map((of): Target => ({ relation: of === role ? 'own' : 'other', ...own[of] })),
      { relation: 'other', ...other },
      { relation: 'pool', ...pool },
    ],
    /** Runs something and takes back whatever it wrote, so that each cell finds the same world. */
    async apart<T>(work: () => T | Promise<T>): Promise<T> {
      book.book.raw.exec('BEGIN IMMEDIATE')
      try {
        return await work()
      } finally {
        book.book.raw.exec('ROLLBACK')
      }
    },
    dispose: () => book.dispose(),
  }
}

export type World = ReturnType<typeof createWorld>
