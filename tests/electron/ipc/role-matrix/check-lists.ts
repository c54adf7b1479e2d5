import { accessByRole, type Role } from '@shared/core/permissions'
import { ask, createTally, everyRole, reach, type Subject, type Tally } from './subject'
import { secrets, sharedName, type Target, type World } from './world'

type Answers = {
  'customers.list': { rows: { id: number; tags: unknown[] }[]; total: number }
  'customers.listIds': { ids: number[] }
  'customers.counts': { active: number; own: number; pool: number; byStage: { lost: number } }
  'quality.counts': { total: number }
  'quality.queue': { entries: { id: number }[] }
  'tags.list': { tags: { customers: number }[] }
}

/** Words that belong to contact details, in every way they can be searched. */
const contactWords = ['欧阳', 'ouyang', 'oyzq', secrets.phone, '1027', 'spring']

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
      for (const hidden of [secrets.idCard, secrets.bankAccount, secrets.need, secrets.notes])
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
    const counts = await query('customers.counts', {})
    const inPool = reach(role, 'customers.claim') === 'none' ? 0 : 1
    compare(
      `${role} × counts`,
      [listedIds(false).length, 1, inPool, listedIds(false).length],
      [...[counts.active, counts.own, counts.pool, counts.byStage.lost]],
    )
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

const emptyAnswer = { rows: [], ids: [], tags: [], entries: [], byStage: {} }
