import { accessByRole, type FieldGroup, fieldGroups, type Role } from '@shared/core/permissions'
import { customerFieldsOf, customerForm } from '../../../factories/customers'
import { ask, createTally, everyRole, reach, type Subject, type Tally } from './subject'
import { secrets, type Target, type World } from './world'

type Shown = Record<'none' | 'masked' | 'full', unknown>
const whole = (value: unknown): Shown => ({ none: null, masked: null, full: value })
const always = (value: unknown): Shown => ({ none: null, masked: value, full: value })

/** What each field of the customer page shows at each level. */
const pageFields: Record<string, { group: FieldGroup; shown: Shown }> = {
  contactPerson: {
    group: 'contact',
    shown: { none: null, masked: '欧••', full: secrets.contactPerson },
  },
  phoneMasked: { group: 'contact', shown: always('138 •••• 1027') },
  phoneKind: { group: 'contact', shown: always('mobile') },
  emailMasked: { group: 'contact', shown: always('s•••@example.com') },
  gender: { group: 'contact', shown: whole(secrets.gender) },
  birthDate: { group: 'contact', shown: whole(secrets.birthDate) },
  address: { group: 'contact', shown: whole(secrets.address) },
  idCardMasked: { group: 'idNumber', shown: always('000***********0014') },
  bankAccountMasked: { group: 'idNumber', shown: always('**** **** 3333') },
  need: { group: 'notes', shown: whole(secrets.need) },
  notes: { group: 'notes', shown: whole(secrets.notes) },
  lostReason: { group: 'notes', shown: whole(secrets.lostReason) },
}
const rowFields = ['contactPerson', 'phoneMasked']

/** Which group each secret belongs to; shown as it stands only where that group is full. */
const secretGroups: Record<keyof typeof secrets, FieldGroup> = {
  ...{ contactPerson: 'contact', phone: 'contact', email: 'contact', address: 'contact' },
  ...{ gender: 'contact', birthDate: 'contact', idCard: 'idNumber', bankAccount: 'idNumber' },
  ...{ need: 'notes', notes: 'notes', lostReason: 'notes', content: 'notes', nextNote: 'notes' },
  fileName: 'notes',
}

function levelOf(role: Role, group: FieldGroup, { relation }: Target): keyof Shown {
  const rule = accessByRole[role].fields[group]
  return relation === 'own' ? rule.own : rule.others
}

/** Role × field group × relation, in every answer that carries fields, and in what a write keeps. */
export async function checkFields(world: World, subject: Subject): Promise<Tally> {
  const { tally, compare } = createTally()
  for (const role of everyRole)
    for (const group of fieldGroups)
      compare(`${role} × creates ${group}`, ...(await creationOf(world, subject, role, group)))
  for (const role of everyRole)
    for (const target of world.targetsOf(role).filter(({ relation }) => relation !== 'missing')) {
      const place = `${role} × ${target.relation}`
      const answers = await readingsOf(world, subject, role, target)
      for (const [name, answer] of Object.entries(answers)) {
        if (answer === null) continue
        const fields = name === 'customers.get' ? Object.keys(pageFields) : rowFields
        if (!name.endsWith('s.list') || name === 'customers.list')
          for (const field of fields) {
            const { group, shown } = pageFields[field] ?? { group: 'notes', shown: whole(null) }
            const level = levelOf(role, group, target)
            compare(`${place} × ${name} × ${field}`, shown[level], answer[field])
          }
        for (const [secret, group] of Object.entries(secretGroups)) {
          const value = secrets[secret as keyof typeof secrets]
          if (levelOf(role, group, target) !== 'full')
            compare(`${place} × ${name} tells ${secret}`, false, text(answer).includes(value))
        }
      }
      for (const group of fieldGroups)
        compare(
          `${place} × writes ${group}`,
          ...(await writeOf(world, subject, role, target, group)),
        )
    }
  return tally
}

const text = (answer: unknown) => JSON.stringify(answer)

/** The answers about one record that its reader gets; null where the record is not in them. */
async function readingsOf(world: World, subject: Subject, role: Role, target: Target) {
  const session = world.actors[role]
  const { customerId } = target
  const find = async (name: string, input: unknown) => {
    const result = await ask(world, subject, name, input, session)
    return result.ok ? (result.data as Record<string, unknown>) : null
  }
  const row = async (pool: boolean) => {
    const answer = await find('customers.list', { filter: { pool }, limit: 500 })
    const rows = (answer?.rows ?? []) as Record<string, unknown>[]
    return rows.find(({ id }) => id === customerId) ?? null
  }
  return {
    'customers.get': await find('customers.get', { id: customerId }),
    'customers.list': await row(false),
    'customers.list of the pool': await row(true),
    'follow-ups.list': await find('follow-ups.list', { customerId }),
    'attachments.list': await find('attachments.list', { customerId }),
  }
}

const written = {
  contact: ['contact_person', 'phone', 'email', 'address', 'gender', 'birth_date'],
  idNumber: ['id_card_sealed', 'id_card_mask', 'bank_account_sealed', 'bank_account_mask'],
  notes: ['need', 'notes', 'lost_reason'],
  money: [],
} as const satisfies Record<FieldGroup, readonly string[]>

/** Whether an edit that empties everything changed a group: expected, and as it was. */
async function writeOf(
  world: World,
  subject: Subject,
  role: Role,
  target: Target,
  group: FieldGroup,
): Promise<[boolean, boolean]> {
  const stored = () =>
    world.book.book.raw
      .prepare('SELECT * FROM customer WHERE id = ?')
      .get(target.customerId) as Record<string, unknown>
  const pick = (row: Record<string, unknown>) => text(written[group].map((column) => row[column]))
  const before = stored()
  const scope = reach(role, 'customers.write')
  const may = scope === 'all' || (scope === 'own' && target.relation === 'own')
  const changes = may && levelOf(role, group, target) === 'full' && written[group].length > 0
  const input = {
    ...{ id: target.customerId, updatedAt: before.updated_at },
    fields: customerFieldsOf({ name: '改名示例' }),
  }
  const after = await world.apart(async () => {
    await ask(world, subject, 'customers.update', input, world.actors[role])
    return stored()
  })
  return [changes, pick(after) !== pick(before)]
}

/** Whether a new customer keeps a group that its maker sent: expected, and stored. */
async function creationOf(
  world: World,
  subject: Subject,
  role: Role,
  group: FieldGroup,
): Promise<[boolean, boolean]> {
  const { content: _content, nextNote: _note, fileName: _fileName, ...sent } = secrets
  const stored = await world.apart(async () => {
    await ask(world, subject, 'customers.create', formOf(sent), world.actors[role])
    return world.book.book.raw.prepare('SELECT * FROM customer ORDER BY id DESC').get() as Record<
      string,
      unknown
    >
  })
  const isNew = stored.name === '新建示例'
  const level = accessByRole[role].fields[group].own
  const may = reach(role, 'customers.create') !== 'none' && level === 'full'
  return [
    may && written[group].length > 0,
    isNew && written[group].some((column) => stored[column] !== null),
  ]
}

const formOf = (sent: Partial<typeof secrets>) =>
  customerForm({ ...sent, name: '新建示例', stage: 'lost' })
