import { customerChildNames } from '@db/schema/customer-children'
import { contract } from '@shared/contract'
import type { Route } from '@shared/core/contract'
import { accessByRole, type FieldGroup, type Relation, type Role } from '@shared/core/permissions'
import { bankAccountOf, type FuzzedBook, idCardOf } from './fuzzed-book'
import {
  isVisibleByAudit,
  scopeOf,
  reaches,
  level,
  mayVerify,
  writableTables,
} from './oracle-rights'

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
  { group: 'notes', pattern: /[需备失谈步自附](\d{4})/g },
  { group: 'notes', pattern: /务(\d{4})/g },
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
  const saying = raw.prepare<[string], Task>(
    `SELECT id, customer_id AS customerId, assignee_id AS assigneeId, creator_id AS creatorId FROM task
     WHERE title || ifnull(notes, '') || checklist LIKE ?`,
  )
  const merged = raw
    .prepare<[number], number | null>('SELECT merged_into_id FROM customer WHERE id = ?')
    .pluck()
  const offering = raw.prepare('SELECT 1 FROM custom_field WHERE options LIKE ?')
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

  /** Whether somebody wrote it into a task that was given to this person, is about nobody, or about one whose notes they read. */
  const isTold = (role: Role, words: string): boolean =>
    isChoice(role, words) ||
    saying.all(`%${words}%`).some(({ customerId, assigneeId }) => {
      if (customerId === null || assigneeId === people[role].userId) return true
      const relation = relationOf(role, ownership.get(customerId))
      return relation !== null && level(role, 'notes', relation) === 'full'
    })

  const survivorsOf = (id: number): number[] => {
    const into = merged.get(id) ?? null
    return into === null ? [] : [into, ...survivorsOf(into)]
  }

  /** Choices of a field are for everybody who fills it in, also those that were made of what customers had in it. */
  const isChoice = (role: Role, words: string): boolean => {
    const { own, others } = accessByRole[role].fields.notes
    return (own === 'full' || others === 'full') && offering.get(`%${words}%`) !== undefined
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
    // Tasks and notices are named by ids of their own.
    if (name === 'calendar.moveTask' || name === 'today.readNotices') return []
    if (Array.isArray(customers))
      return [...customers.map((one: { id: number }) => one.id), Number(survivorId)]
    if (Array.isArray(ids)) return ids as number[]
    if (Array.isArray(customerIds)) return customerIds as number[]
    if (name.startsWith('tags.') || name.startsWith('automation.')) return []
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
        [...answer.matchAll(pattern)].flatMap(([words, mark = '']) => {
          const id = mark.length === 4 ? Number(mark) : numbers.get(mark)
          if (id === undefined) return []
          // What belonged to one who was merged belongs to whoever stayed.
          const may = [id, ...survivorsOf(id)].some((one) => {
            const relation = relationOf(role, ownership.get(one))
            return (
              relation !== null &&
              (isVisibleByAudit(role) || opens(role, one)) &&
              (group === 'name' || level(role, group, relation) === 'full')
            )
          })
          return may || isTold(role, words) ? [] : [`${group} of ${id}`]
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
