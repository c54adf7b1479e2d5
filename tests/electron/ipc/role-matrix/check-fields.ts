import { accessByRole, type FieldGroup, fieldGroups, type Role } from '@shared/core/permissions'
import { customerFieldsOf, customerForm } from '../../../factories/customers'
import { ask, createTally, everyRole, reach, type Subject, type Tally } from './subject'
import { customerSecrets, secrets, type Target, type World } from './world'

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
  lunarBirthday: { group: 'contact', shown: whole(secrets.lunarBirthday) },
  address: { group: 'contact', shown: whole(secrets.address) },
  idCardMasked: { group: 'idNumber', shown: always('000***********0014') },
  bankAccountMasked: { group: 'idNumber', shown: always('**** **** 3333') },
  need: { group: 'notes', shown: whole(secrets.need) },
  notes: { group: 'notes', shown: whole(secrets.notes) },
  lostReason: { group: 'notes', shown: whole(secrets.lostReason) },
  custom: {
    group: 'notes',
    shown: { none: [], masked: [], full: [{ fieldId: 1, value: secrets.customText }] },
  },
}
const rowFields = ['contactPerson', 'phoneMasked', 'custom']
/** Answers that hold the fields of a customer; what the others must not tell is looked for all the same. */
const records = ['customers.get', 'customers.list', 'customers.list of the pool']

/** Which group each secret belongs to; shown as it stands only where that group is full. */
const secretGroups: Record<keyof typeof secrets, FieldGroup> = {
  ...{ contactPerson: 'contact', phone: 'contact', email: 'contact', address: 'contact' },
  ...{
    gender: 'contact',
    birthDate: 'contact',
    lunarBirthday: 'contact',
    idCard: 'idNumber',
    bankAccount: 'idNumber',
  },
  ...{ need: 'notes', notes: 'notes', lostReason: 'notes', content: 'notes', nextNote: 'notes' },
  ...{ person: 'contact', position: 'contact', personPhone: 'contact', label: 'contact' },
  personNotes: 'notes',
  customText: 'notes',
  fileName: 'notes',
  ...{ caseSubject: 'notes', caseContent: 'notes', behaviorSubject: 'notes' },
  ...{ taskTitle: 'notes', taskNotes: 'notes', taskLine: 'notes' },
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
        if (records.includes(name))
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
      const people = answers['contacts.list']
      if (people !== null) {
        const [name, number] = shownPeople[levelOf(role, 'contact', target)]
        const first = (people.contacts as Record<string, unknown>[])[0]
        compare(`${place} × person`, name, first?.name)
        compare(`${place} × number of a person`, number, firstMasked(first?.points))
        compare(`${place} × number of the customer`, number, firstMasked(people.points))
      }
      for (const group of fieldGroups)
        compare(
          `${place} × writes ${group}`,
          ...(await writeOf(world, subject, role, target, group)),
        )
    }
  return tally
}

/** Name of a person, and a number of theirs. */
const shownPeople: Record<keyof Shown, [name: unknown, number: unknown]> = {
  none: [undefined, undefined],
  masked: ['司••', '139 •••• 2718'],
  full: [secrets.person, '139 •••• 2718'],
}
const firstMasked = (points: unknown) => (points as { masked: string }[] | undefined)?.[0]?.masked

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
    const answer = await find('customers.list', {
      ...{ filter: { pool }, columns: [world.fieldId], limit: 500 },
    })
    const rows = (answer?.rows ?? []) as Record<string, unknown>[]
    return rows.find(({ id }) => id === customerId) ?? null
  }
  const planned = async (): Promise<Record<string, unknown> | null> => {
    const month = { from: '2024-05-01', to: '2024-05-31', perDay: 500 }
    const answer = await find('calendar.list', month)
    const days = (answer?.days ?? []) as { items: Record<string, unknown>[] }[]
    const items = days.flatMap((day) => day.items).filter((item) => item.customerId === customerId)
    const found: Record<string, unknown> | null = items.length === 0 ? null : { items }
    return found
  }
  return {
    'customers.get': await find('customers.get', { id: customerId }),
    'tasks.get': await find('tasks.get', { id: target.taskId }),
    'tasks.list': await find('tasks.list', { customerId }),
    'customers.list': await row(false),
    'customers.list of the pool': await row(true),
    'contacts.list': await find('contacts.list', { customerId }),
    'follow-ups.list': await find('follow-ups.list', { customerId }),
    'customers.listTimeline': await find('customers.listTimeline', { customerId }),
    'attachments.list': await find('attachments.list', { customerId }),
    'service-cases.list': await find('service-cases.list', { filter: { customerId } }),
    'service-cases.get': await find('service-cases.get', { id: target.caseId }),
    'behaviors.list': await find('behaviors.list', { customerId }),
    'calendar.list': await planned(),
  }
}

const written = {
  contact: [
    'contact_person',
    'phone',
    'email',
    'address',
    'gender',
    'birth_date',
    'lunar_birthday',
  ],
  idNumber: ['id_card_sealed', 'id_card_mask', 'bank_account_sealed', 'bank_account_mask'],
  notes: ['need', 'notes', 'lost_reason', 'custom_text'],
  money: [],
} as const satisfies Record<FieldGroup, readonly string[]>

const withCustom = `SELECT *, (SELECT value FROM custom_value WHERE customer_id = customer.id) AS custom_text
  FROM customer`

/** Whether an edit that empties everything changed a group: expected, and as it was. */
async function writeOf(
  world: World,
  subject: Subject,
  role: Role,
  target: Target,
  group: FieldGroup,
): Promise<[boolean, boolean]> {
  const stored = () =>
    world.book.book.raw.prepare(`${withCustom} WHERE id = ?`).get(target.customerId) as Record<
      string,
      unknown
    >
  const pick = (row: Record<string, unknown>) => text(written[group].map((column) => row[column]))
  const before = stored()
  const scope = reach(role, 'customers.write')
  const may = scope === 'all' || (scope === 'own' && target.relation === 'own')
  const changes = may && levelOf(role, group, target) === 'full' && written[group].length > 0
  const input = {
    ...{ id: target.customerId, updatedAt: before.updated_at },
    fields: customerFieldsOf({ name: '改名示例' }),
    custom: { [world.fieldId]: '' },
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
  const { customText } = secrets
  const sent = customerSecrets()
  const stored = await world.apart(async () => {
    await ask(
      world,
      subject,
      'customers.create',
      { ...formOf(sent), custom: { [world.fieldId]: customText } },
      world.actors[role],
    )
    return world.book.book.raw.prepare(`${withCustom} ORDER BY id DESC`).get() as Record<
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

const formOf = (sent: Partial<Omit<typeof secrets, 'content' | 'nextNote' | 'customText'>>) =>
  customerForm({ ...sent, name: '新建示例', stage: 'lost' })
