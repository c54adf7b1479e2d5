import { accessByRole, type Role } from '@shared/core/permissions'
import { ask, createTally, everyRole, reach, type Subject, type Tally } from './subject'
import { secrets, sharedName, type Target, type World } from './world'

type Answers = {
  'calendar.list': { days: { items: { kind: string; id: number }[] }[] }
  'customers.list': { rows: { id: number; tags: unknown[] }[]; total: number }
  'customers.listIds': { ids: number[] }
  'customers.counts': { active: number; own: number; pool: number; byStage: { lost: number } }
  'duplicates.find': { matches: { id: number }[]; taken: { phone: boolean } }
  'duplicates.list': { clusters: { customers: unknown[] }[] }
  'quality.counts': { total: number }
  'quality.queue': { entries: { id: number }[] }
  'tags.list': { tags: { customers: number }[] }
  'history.list': { lines: { mine: boolean }[] }
  'today.list': { items: { customer: { id: number } | null }[] }
  'today.counts': { week: number }
  'today.listPeople': { people: unknown[] }
}

/** Words that belong to contact details, in every way they can be searched. */
const contactWords = [
  ...['欧阳', 'ouyang', 'oyzq', secrets.phone, '1027', 'spring'],
  ...['司徒', 'situruoshui', 'strs', secrets.personPhone, '2718'],
]

const hiddenWords = [
  ...[secrets.idCard, secrets.bankAccount, secrets.need, secrets.notes],
  ...[secrets.position, secrets.personNotes, secrets.label],
]

/** Whether a list holds a record, by the table: own scope lists own records, and the pool beside for those who may claim. */
function isListed(role: Role, { relation }: Target, pool: boolean): boolean {
  const scope = reach(role, 'customers.read')
  if (scope === 'none') return false
  if (pool)
    return relation === 'pool' && (scope === 'all' || reach(role, 'customers.claim') !== 'none')
  return scope === 'all' || relation === 'own'
}

/** Role × list, selection, search, counts and tags: which records are in them. */
export async function checkLists(world: World, subject: Subject): Promise<Tally> {
  const { tally, compare } = createTally()
  for (const role of everyRole) {
    const records = world.recordsFor(role)
    const query = <R extends keyof Answers>(name: R, input: unknown) =>
      answerOf<Answers[R]>(world, subject, { name, input, role })
    const listedIds = (pool: boolean, of: (target: Target) => boolean = () => true) =>
      records
        .filter((record) => isListed(role, record, pool) && of(record))
        .map(({ customerId }) => customerId)
        .sort((a, b) => a - b)
    const seesContact = ({ relation }: Target) => contactLevel(role, relation) === 'full'

    for (const pool of [false, true]) {
      const found = async (text: string) => {
        const answer = await query('customers.list', { filter: { text, pool } })
        return answer.rows.map(({ id }) => id).sort((a, b) => a - b)
      }
      const place = `${role} × ${pool ? 'pool' : 'list'}`
      compare(place, listedIds(pool), await found(''))
      compare(`${place} × name`, listedIds(pool), await found(sharedName))
      for (const word of contactWords)
        compare(`${place} × ${word}`, listedIds(pool, seesContact), await found(word))
      for (const hidden of [...hiddenWords])
        compare(`${place} × ${hidden}`, [], await found(hidden))
      const { ids } = await query('customers.listIds', { filter: { pool } })
      compare(
        `${place} × ids`,
        listedIds(pool),
        [...ids].sort((a, b) => a - b),
      )
      const { rows, total } = await query('customers.list', { filter: { pool } })
      compare(`${place} × total`, listedIds(pool).length, total)
      const chips = reach(role, 'tags.read') === 'none' ? 0 : 1
      for (const row of rows) compare(`${place} × tags`, chips, row.tags.length)
    }
    const month = { from: '2024-05-01', to: '2024-05-31', perDay: 500 }
    const onDays = (await query('calendar.list', month)).days.flatMap(({ items }) => items)
    const seesSteps = reach(role, 'follow-ups.read') !== 'none'
    compare(
      `${role} × calendar`,
      records
        .filter((record) => seesSteps && isListed(role, record, false))
        .map(({ followUpId }) => followUpId)
        .sort((a, b) => a - b),
      onDays
        .filter(({ kind }) => kind === 'next-step')
        .map(({ id }) => id)
        .sort((a, b) => a - b),
    )
    const counts = await query('customers.counts', {})
    const inPool = reach(role, 'customers.claim') === 'none' ? 0 : 1
    compare(
      `${role} × counts`,
      [listedIds(false).length, 1, inPool, listedIds(false).length],
      [...[counts.active, counts.own, counts.pool, counts.byStage.lost]],
    )
    if (reach(role, 'history.undo') !== 'none') {
      const { lines } = await query('history.list', { mine: false })
      const ofOthers = lines.some(({ mine }) => !mine)
      compare(`${role} × history of all`, reach(role, 'history.undo') === 'all', ofOthers)
    }
    const quality = await query('quality.counts', {})
    compare(`${role} × quality`, listedIds(false).length, quality.total)
    const writes = reach(role, 'customers.write')
    const { entries } = await query('quality.queue', {})
    compare(
      `${role} × queue`,
      records
        .filter(({ relation }) => writes === 'all' || (writes === 'own' && relation === 'own'))
        .map(({ customerId }) => customerId)
        .sort((a, b) => a - b),
      entries.map(({ id }) => id).sort((a, b) => a - b),
    )
    if (reach(role, 'tags.read') !== 'none') {
      const { tags } = await query('tags.list', {})
      compare(`${role} × tag counts`, listedIds(false).length, tags[0]?.customers)
    }
    const steps = reach(role, 'follow-ups.read')
    const planned = records
      .filter(({ relation }) => steps === 'all' || (steps === 'own' && relation === 'own'))
      .map(({ customerId }) => customerId)
      .sort((a, b) => a - b)
    const { items } = await query('today.list', { group: 'week', whose: 'all', limit: 100 })
    const shown = items.map((item) => item.customer?.id ?? 0).sort((a, b) => a - b)
    compare(`${role} × board`, planned, shown)
    const due = await query('today.counts', { whose: 'all' })
    compare(`${role} × board counted`, planned.length, due.week)
    const { people } = await query('today.listPeople', {})
    const seesOthers = steps === 'all' || reach(role, 'tasks.read') === 'all'
    compare(`${role} × boards of others`, seesOthers, people.length > 0)
    const find = { id: null, kind: 'company', name: sharedName, phones: [secrets.phone] }
    const { matches, taken } = await query('duplicates.find', find)
    const [creates, may] = [reach(role, 'customers.create'), reach(role, 'customers.write')]
    const named = records.filter(
      (record) =>
        creates !== 'none' && (isListed(role, record, false) || isListed(role, record, true)),
    )
    compare(
      `${role} × duplicates named`,
      [Math.min(5, named.length), true],
      [
        matches.length,
        matches.every(({ id }) => named.some(({ customerId }) => customerId === id)),
      ],
    )
    compare(`${role} × number taken`, creates === 'own', taken.phone)
    const writable = records.filter(
      ({ relation }) => may === 'all' || (may === 'own' && relation === 'own'),
    )
    const { clusters } = await query('duplicates.list', {})
    const listed = clusters.flatMap(({ customers }) => customers.length)
    compare(`${role} × duplicates`, writable.length > 1 ? [writable.length] : [], listed)
    const counted = await ask(world, subject, 'duplicates.count', {}, world.actors[role])
    compare(
      `${role} × duplicates counted`,
      may === 'none' ? null : Number(writable.length > 1),
      counted.ok ? (counted.data as { clusters: number }).clusters : null,
    )
    const filtered = await ask(
      ...([
        world,
        subject,
        'customers.list',
        { filter: { tagIds: [1] } },
        world.actors[role],
      ] as const),
    )
    compare(`${role} × filter by tag`, reach(role, 'tags.read') !== 'none', filtered.ok)
  }
  return tally
}

function contactLevel(role: Role, relation: Target['relation']): string {
  const { own, others } = fieldsOf(role)
  return relation === 'own' ? own : others
}

function fieldsOf(role: Role) {
  return accessByRole[role].fields.contact
}

async function answerOf<T>(
  world: World,
  subject: Subject,
  { name, input, role }: { name: string; input: unknown; role: Role },
): Promise<T> {
  const result = await ask(world, subject, name, input, world.actors[role])
  return (result.ok ? result.data : emptyAnswer) as T
}

const emptyAnswer = {
  ...{ rows: [], ids: [], tags: [], lines: [], entries: [], byStage: {} },
  ...{ items: [], people: [], matches: [], taken: { phone: false }, clusters: [] },
}
