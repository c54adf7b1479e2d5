import { accessByRole, type Role } from '@shared/core/permissions'
import { contract, type RouteNameAt } from '@shared/contract'
import { trackedState } from '../../../factories/tracked-state'
import type { About } from './route-case'
import { routeCases } from './route-cases'
import { ask, codeOf, createTally, everyRole, reach, type Subject, type Tally } from './subject'
import type { Target, World } from './world'

type Permission = (typeof contract)[RouteNameAt<'data'>]['permission']
type Relation = Target['relation']

/** What the table of rights says of a request: `ok` or the code of the refusal. Read from `accessByRole` and nothing else. */
export function expectedCode(
  role: Role | null,
  permission: Permission,
  about: About,
  relation: Relation,
): string {
  if (role === null) return 'core.locked'
  if (reach(role, permission) === 'none') return 'core.forbidden'
  const opens = mayOpen(role, relation)
  const reaches = reachesRecord(role, permission, relation)
  switch (about.kind) {
    case 'nothing':
      return 'ok'
    case 'copy':
      return 'customer-restores.gone'
    case 'claim':
      return relation === 'pool' ? 'ok' : 'customers.not-in-pool'
    case 'given-task':
      return opens ? 'ok' : 'core.not-found'
    case 'follow-up':
      return opens && reaches ? 'ok' : 'core.not-found'
    case 'tasks-of':
      return opens ? 'ok' : 'customers.not-found'
    case 'task': {
      const { own, others } = accessByRole[role].fields.notes
      const reads = (relation === 'own' ? own : others) === 'full'
      return reaches && (reads || !about.texts) ? 'ok' : 'core.not-found'
    }
    case 'step':
      return opens && reachesRecord(role, 'follow-ups.write', relation) ? 'ok' : 'core.not-found'
    case 'attachment': {
      const { own, others } = accessByRole[role].fields.notes
      const sees = (relation === 'own' ? own : others) === 'full'
      return opens && reaches && sees ? 'ok' : 'core.not-found'
    }
    case 'upload': {
      const code =
        about.at === 'nothing'
          ? 'ok'
          : expectedCode(role, permission, { kind: 'customer' }, relation)
      return code === 'ok' ? 'attachments.upload-gone' : code
    }
    case 'history':
      return expectedOfHistory(role, about.mine, relation)
    case 'explain':
      if (relation === 'missing') return 'history.nothing-to-undo'
      return about.mine || reach(role, 'history.undo') === 'all' ? 'ok' : 'core.forbidden'
    case 'customer':
      if (!opens) return 'customers.not-found'
      return reaches || permission === 'customers.read' ? 'ok' : 'core.forbidden'
    case 'verify': {
      if (!opens) return 'customers.not-found'
      const rule = about.group && accessByRole[role].fields[about.group]
      const seesWhole = !rule || (relation === 'own' ? rule.own : rule.others) === 'full'
      return reaches && seesWhole ? 'ok' : 'core.forbidden'
    }
    case 'reveal': {
      if (!opens) return 'customers.not-found'
      const rule = accessByRole[role].fields[about.group]
      return (relation === 'own' ? rule.own : rule.others) === 'full' ? 'ok' : 'core.forbidden'
    }
  }
}

function expectedOfHistory(role: Role, mine: boolean, relation: Relation): string {
  if (relation === 'missing') return 'history.nothing-to-undo'
  if (!mine && reach(role, 'history.undo') !== 'all') return 'core.forbidden'
  // The command in question is a logged follow-up.
  const may =
    reachesRecord(role, 'customers.read', relation) &&
    reachesRecord(role, 'follow-ups.write', relation)
  return may ? 'ok' : 'core.forbidden'
}

function mayOpen(role: Role, relation: Relation): boolean {
  if (relation === 'missing') return false
  if (reachesRecord(role, 'customers.read', relation)) return true
  return relation === 'pool' && reach(role, 'customers.claim') !== 'none'
}

function reachesRecord(role: Role, permission: Permission, relation: Relation): boolean {
  const scope = reach(role, permission)
  return relation !== 'missing' && (scope === 'all' || (scope === 'own' && relation === 'own'))
}

/** Role (and nobody) × data route × own, foreign, pooled and missing record, with what is written by a refused command: nothing. */
export async function checkRoutes(
  world: World,
  subject: Subject,
  only: readonly string[] = Object.keys(routeCases),
): Promise<Tally> {
  const { tally, compare } = createTally()
  const untouched = stateOf(world)
  for (const [name, cases] of Object.entries(routeCases).filter(([name]) => only.includes(name)))
    for (const { label, about, input, before } of cases)
      for (const role of [null, ...everyRole])
        for (const target of world.targetsOf(role ?? 'owner'))
          await world.apart(async () => {
            const session = role === null ? null : world.actors[role]
            if (session) before?.(world, session, target)
            const state = session && before ? stateOf(world) : untouched
            const result = await ask(world, subject, name, input(target, world), session)
            const { permission } = contract[name as RouteNameAt<'data'>]
            const cell = `${role ?? 'nobody'} × ${name} ${label} × ${target.relation}`
            compare(cell, expectedCode(role, permission, about, target.relation), codeOf(result))
            if (!result.ok) compare(`${cell}: writes nothing`, true, stateOf(world) === state)
          })
  return tally
}

/** Everything a command could have written, its own traces left out. */
function stateOf({ book }: World): string {
  const others = [
    'setting',
    'user',
    'draft',
    'attachment_blob',
    'attachment_chunk',
    'import_batch',
    'command',
    'change',
    'audit_event',
  ]
  const counts = others.map((table) =>
    JSON.stringify(book.book.raw.prepare(`SELECT count(*), max(rowid) FROM ${table}`).get()),
  )
  return [trackedState(book), ...counts].join('\n')
}

/** A record of one's own beside one out of reach: the whole command is refused, and the own one stays as it is. */
export async function checkBulk(world: World, subject: Subject): Promise<Tally> {
  const { tally, compare } = createTally()
  const state = stateOf(world)
  for (const [name, cases] of Object.entries(routeCases)) {
    const single = cases.find(({ label }) => label === 'one')
    if (!single) continue
    for (const role of everyRole)
      for (const target of world.targetsOf(role)) {
        const [mine] = world.targetsOf(role)
        if (!mine || target.relation === 'own') continue
        await world.apart(async () => {
          const ids = [mine.customerId, target.customerId]
          const whole = single.input(target, world) as Record<string, unknown>
          const key = 'ids' in whole ? 'ids' : 'customerIds'
          const input = { ...whole, [key]: ids }
          const result = await ask(world, subject, name, input, world.actors[role])
          const { permission } = contract[name as RouteNameAt<'data'>]
          const relation = single.about.kind === 'claim' ? 'own' : target.relation
          const expected = expectedCode(role, permission, single.about, relation)
          compare(`${role} × ${name} × own and ${target.relation}`, expected, codeOf(result))
          if (!result.ok) compare(`${role} × ${name}: whole`, true, stateOf(world) === state)
        })
      }
  }
  return tally
}
