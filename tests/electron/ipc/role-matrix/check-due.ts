import { type Role } from '@shared/core/permissions'
import { ask, createTally, everyRole, reach, type Subject, type Tally } from './subject'
import type { World } from './world'

type Counted = Record<string, number>

/** What is late, runs out or waits for an answer: whose customers each role finds there, in lists and in figures. */
export function checkDue(world: World, subject: Subject): Promise<Tally> {
  return world.apart(async () => {
    const { tally, compare } = createTally()
    // Everybody at work, spoken to long ago and with nothing planned; so all of them are late.
    world.book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw.exec(
        `UPDATE customer SET stage = 'won', next_follow_at = NULL, last_interaction_at = 1;
         UPDATE task SET due_at = NULL`,
      ),
    )
    for (const role of everyRole) {
      const find = async (name: string) => {
        const result = await ask(world, subject, name, {}, world.actors[role])
        return result.ok
          ? (result.data as Record<string, Record<string, number>[]> & Counted)
          : null
      }
      const lists = {
        late: (await find('cadence.late'))?.customers?.map(({ id }) => id),
        deadlines: (await find('deadlines.list'))?.deadlines?.map(({ customerId }) => customerId),
        cases: (await find('service-cases.list'))?.cases?.map(({ customerId }) => customerId),
      }
      const counts = {
        late: (await find('cadence.counts'))?.total,
        deadlines: (await find('deadlines.counts'))?.open,
        cases: (await find('service-cases.counts'))?.open,
      }
      for (const what of ['late', 'deadlines', 'cases'] as const) {
        const wanted = recordsOf(world, role, what)
        const found = lists[what] && [...new Set(lists[what])].sort((a, b) => (a ?? 0) - (b ?? 0))
        compare(`${role} × ${what}`, wanted, found ?? null)
        compare(`${role} × ${what} counted`, wanted?.length ?? null, counts[what] ?? null)
      }
    }
    return tally
  })
}

/** Straight from the table; nobody is late with what is in the pool. */
function recordsOf(
  world: World,
  role: Role,
  what: 'late' | 'deadlines' | 'cases',
): number[] | null {
  const scope = reach(role, what === 'cases' ? 'service-cases.read' : 'customers.read')
  if (scope === 'none') return null
  // The clocks of these records run because somebody complained.
  if (what === 'deadlines' && reach(role, 'service-cases.read') === 'none') return []
  return world
    .recordsFor(role)
    .filter(({ relation }) => scope === 'all' || relation === 'own')
    .filter(({ relation }) => what !== 'late' || relation !== 'pool')
    .map(({ customerId }) => customerId)
    .sort((a, b) => a - b)
}
