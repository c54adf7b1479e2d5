import { customerChildNames } from '@db/schema/customer-children'
import { contract } from '@shared/contract'
import type { Route } from '@shared/core/contract'
import {
  accessByRole,
  type FieldGroup,
  type Permission,
  type Relation,
  type Role,
} from '@shared/core/permissions'
import { bankAccountOf, type FuzzedBook, idCardOf } from './fuzzed-book'

type Ownership = {
  id: number
  owner_id: number
  owner_role: Role
  pooled_at: number | null
  archived_at: number | null
  /** The latest of creation, last contact and change of owner. */
  touched_at: number
}
type Task = { id: number; customerId: number | null; assigneeId: number; creatorId: number }
const owned = `SELECT c.id, owner_id, u.role AS owner_role, pooled_at, archived_at,
  max(c.created_at, ifnull(last_interaction_at, 0), ifnull(owned_since, 0)) AS touched_at
  FROM customer c JOIN user u ON u.id = owner_id`
const dayMs = 86_400_000

/** Everything that says of which record and group a piece of an answer is. */
const marks: { group: FieldGroup | 'name'; pattern: RegExp }[] = [
  { group: 'name', pattern: /名(\d{4})/g },
  { group: 'contact', pattern: /[联址友职](\d{4})/g },
  { group: 'contact', pattern: /1390000(\d{4})/g },
  { group: 'contact', pattern: /c(\d{4})@secret/g },
  { group: 'contact', pattern: /1370000(\d{4})/g },
  { group: 'notes', pattern: /[需备失谈步自附务](\d{4})/g },
  { group: 'notes', pattern: /[案行](\d{4})/g },
  { group: 'idNumber', pattern: /(\d{17}[\dX])/g },
  { group: 'idNumber', pattern: /(0000\d{12})(?!\d)/g },
]
const numbers = new Map<string, number>(
  Array.from({ length: 80 }, (_, index) => index + 1).flatMap((number) => [
    [idCardOf(number), number],
    [bankAccountOf(number), number],
  ]),
)

/**
 * Judges answers by the table of rights alone: reads who owns what straight from the file, and asks of every piece of every
 * answer whether that person may have it, and of every written row whether they may write it.
 */
export function createOracle({ book, people }: FuzzedBook) {
  const { raw } = book.book
  const ownership = raw.prepare<[number], Ownership>(`${owned} WHERE c.id = ?`)
  const customerOfEntry = raw
    .prepare<[number], number>('SELECT customer_id FROM follow_up WHERE id = ?')
    .pluck()
  const customerOfFile = raw
    .prepare<[number], number>('SELECT customer_id FROM attachment WHERE id = ?')
    .pluck()
  const customerOfCase = raw
    .prepare<[number], number>('SELECT customer_id FROM service_case WHERE id = ?')
    .pluck()
  const customerOfBehavior = raw
    .prepare<[number], number>('SELECT customer_id FROM behavior WHERE id = ?')
    .pluck()
  const tasks = raw.prepare<[], Task>(
    'SELECT id, customer_id AS customerId, assignee_id AS assigneeId, creator_id AS creatorId FROM task',
  )
  const task = raw.prepare<[number], Task>(
    `SELECT id, customer_id AS customerId, assignee_id AS assigneeId, creator_id AS creatorId FROM task WHERE id = ?`,
  )
  const writtenTasks = raw
    .prepare<[number], number>(
      `SELECT DISTINCT row_id FROM change WHERE table_name = 'task' AND command_id > ?`,
    )
    .pluck()
  const all = raw.prepare<[], Ownership>(owned)
  const settings = raw
    .prepare<[], number>(`SELECT value ->> '$.protectionDays' FROM setting WHERE key = 'ownership'`)
    .pluck()
  const written = raw.prepare<[number], { tableName: string; customerId: number | null }>(
    `SELECT DISTINCT table_name AS tableName, CASE table_name WHEN 'customer' THEN row_id
       ${customerChildNames.map((name) => `WHEN '${name}' THEN ifnull((SELECT customer_id FROM ${name} WHERE id = row_id), before ->> '$.customer_id')`).join(' ')}
       END AS customerId
     FROM change WHERE command_id > ? AND NOT (table_name = 'customer' AND operation = 'update' AND NOT EXISTS
       (SELECT 1 FROM json_each(after) WHERE key NOT IN ('next_follow_at', 'last_interaction_at')))`,
  )
  const lastCommand = raw.prepare<[], number>('SELECT coalesce(max(id), 0) FROM command').pluck()

  const relationOf = (role: Role, found: Ownership | undefined): Relation | null => {
    if (!found) return null
    if (found.pooled_at !== null) return 'pool'
    if (found.owner_id === people[role].userId) return 'own'
    const days = settings.get() ?? 0
    const isFree =
      days > 0 && found.owner_role === 'sales' && found.touched_at < Date.now() - days * dayMs
    return isFree ? 'pool' : 'other'
  }

  const reachesTask = (role: Role, scope: string, found: Task | undefined): boolean => {
    if (!found) return false
    const { customerId, assigneeId, creatorId } = found
    const me = people[role].userId
    if (scope === 'all') return true
    if (scope === 'none') return false
    if (assigneeId === me || creatorId === me) return true
    return customerId !== null && relationOf(role, ownership.get(customerId)) === 'own'
  }

  const opens = (role: Role, id: number): boolean => {
    const found = ownership.get(id)
    const relation = relationOf(role, found)
    if (relation === null) return false
    const { scopes } = accessByRole[role]
    if (reaches(scopes['customers.read'], relation)) return true
    return (
      relation === 'pool' && found?.archived_at === null && scopes['customers.claim'] !== 'none'
    )
  }

  /** Whether this role may do this to all the records that the input names. */
  function isAuthorised(role: Role, name: string, input: Record<string, unknown>): boolean {
    const route = (contract as Record<string, Route>)[name]
    if (!route) return false
    const scope = scopeOf(role, route.permission)
    if (scope === 'none') return false
    if (name.startsWith('tasks.') && typeof input.id === 'number')
      return reachesTask(role, scope, task.get(input.id))
    if (name.startsWith('tasks.')) return namedCustomers(name, input).every((id) => opens(role, id))
    return namedCustomers(name, input).every((id) => {
      if (name === 'customers.claim') {
        const found = ownership.get(id)
        return found?.archived_at === null && relationOf(role, found) === 'pool'
      }
      const relation = relationOf(role, ownership.get(id))
      if (relation === null || !opens(role, id)) return false
      if (name === 'customers.reveal')
        return (input.fields as string[]).every(
          (field) =>
            level(
              role,
              field === 'phone' || field === 'email' ? 'contact' : 'idNumber',
              relation,
            ) === 'full',
        )
      if (name === 'contacts.reveal') return level(role, 'contact', relation) === 'full'
      if (name === 'quality.verify')
        return reaches(scope, relation) && mayVerify(role, input.fields as string[], relation)
      return route.permission === 'customers.read' || reaches(scope, relation)
    })
  }

  function namedCustomers(name: string, input: Record<string, unknown>): number[] {
    const { id, ids, customerId, customerIds, customers, survivorId } = input
    if (/^(custom-fields|phrases)\./.test(name) || name === 'duplicates.find') return []
    if (name === 'calendar.moveTask') return []
    if (Array.isArray(customers))
      return [...customers.map((one: { id: number }) => one.id), Number(survivorId)]
    if (Array.isArray(ids)) return ids as number[]
    if (Array.isArray(customerIds)) return customerIds as number[]
    if (typeof customerId === 'number') return [customerId]
    if (name === 'service-cases.list') {
      const { customerId: of } = (input.filter ?? {}) as { customerId?: number | null }
      return of ? [of] : []
    }
    if (typeof id !== 'number') return []
    if (name.startsWith('service-cases.')) return [customerOfCase.get(id) ?? 0]
    if (name.startsWith('behaviors.')) return [customerOfBehavior.get(id) ?? 0]
    if (name.startsWith('follow-ups.') || name === 'calendar.moveStep')
      return [customerOfEntry.get(id) ?? 0]
    return [name.startsWith('attachments.') ? (customerOfFile.get(id) ?? 0) : id]
  }

  return {
    isAuthorised,
    /** What must be remembered of the moment before a command. */
    before(role: Role) {
      const owners = accessByRole[role].scopes['customers.read'] === 'own' ? all.all() : []
      return {
        commandId: lastCommand.get() ?? 0,
        customers: new Map(owners.map((row) => [row.id, row])),
        tasks: new Map(tasks.all().map((row) => [row.id, row])),
      }
    },
    /** Pieces of an answer that its reader may not have: record and group. */
    leaksIn(role: Role, answer: string): string[] {
      return marks.flatMap(({ group, pattern }) =>
        [...answer.matchAll(pattern)].flatMap(([, mark = '']) => {
          const id = mark.length === 4 ? Number(mark) : numbers.get(mark)
          if (id === undefined) return []
          const relation = relationOf(role, ownership.get(id))
          const may =
            relation !== null &&
            (isVisibleByAudit(role) || opens(role, id)) &&
            (group === 'name' || level(role, group, relation) === 'full')
          return may ? [] : [`${group} of ${id}`]
        }),
      )
    },
    /** Rows that a command wrote without a right to: not one's own before or after, or of a kind that the role never writes. */
    wrongWrites(
      role: Role,
      since: {
        commandId: number
        customers: Map<number, Ownership>
        tasks: Map<number, Task>
      },
    ): string[] {
      const scope = accessByRole[role].scopes['tasks.write']
      const wrongTasks = writtenTasks
        .all(since.commandId)
        .filter(
          (id) => ![since.tasks.get(id), task.get(id)].some((one) => reachesTask(role, scope, one)),
        )
        .map((id) => `task ${id}`)
      const wrong = written.all(since.commandId).flatMap(({ tableName, customerId }) => {
        if (!writableTables(role).includes(tableName)) return [tableName]
        if (
          tableName === 'task' ||
          customerId === null ||
          accessByRole[role].scopes['customers.read'] === 'all'
        )
          return []
        const relations = [since.customers.get(customerId), ownership.get(customerId)].map(
          (found) => relationOf(role, found),
        )
        return relations.includes('own') ? [] : [`${tableName} of ${customerId}`]
      })
      return [...wrong, ...wrongTasks]
    },
  }
}

/** Whoever reads the trail sees names of customers that are gone, too. */
const isVisibleByAudit = (role: Role) => accessByRole[role].scopes['audit.read'] === 'all'

function scopeOf(role: Role, permission: Permission): string {
  if (permission === 'public' || permission === 'self') return 'all'
  return accessByRole[role].scopes[permission]
}

const reaches = (scope: string, relation: Relation) =>
  scope === 'all' || (scope === 'own' && relation === 'own')

function level(role: Role, group: FieldGroup, relation: Relation): string {
  const { own, others } = accessByRole[role].fields[group]
  return relation === 'own' ? own : others
}

/** Whoever says that a number is true has to see it whole. */
function mayVerify(role: Role, fields: string[], relation: Relation): boolean {
  return fields.every((field) => {
    if (field === 'name' || field === 'creditCode') return true
    return level(role, field === 'idCard' ? 'idNumber' : 'contact', relation) === 'full'
  })
}

/** A follow-up moves the dates kept on its customer, and one that goes leaves its files to the customer. */
function writableTables(role: Role): string[] {
  const { scopes } = accessByRole[role]
  return [
    ...(scopes['customers.write'] === 'none'
      ? []
      : [
          ...['customer', 'contact', 'contact_point', 'custom_value', 'attachment'],
          ...['verification', 'stage_change', 'not_duplicate', 'deadline'],
        ]),
    ...(scopes['fields.manage'] === 'none'
      ? []
      : ['custom_field', 'custom_value', 'customer', 'holiday']),
    ...(scopes['tasks.write'] === 'none' ? [] : ['task', 'customer']),
    ...(scopes['follow-ups.write'] === 'none'
      ? []
      : ['follow_up', 'customer', 'attachment', 'phrase']),
    ...(scopes['follow-ups.write'] === 'none' ? [] : ['behavior', 'deadline']),
    ...(scopes['service-cases.write'] === 'none' ? [] : ['service_case', 'deadline', 'customer']),
    ...(scopes['tasks.read'] === 'none' ? [] : ['notice']),
    ...(scopes['tags.write'] === 'none' ? [] : ['tag', 'customer_tag']),
    ...(scopes['tags.manage'] === 'none' ? [] : ['tag', 'customer_tag', 'automation_rule']),
    ...(scopes['automation.manage'] === 'none' ? [] : ['automation_rule', 'automation_run']),
  ]
}
