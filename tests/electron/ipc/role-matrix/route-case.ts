import type { FieldGroup } from '@shared/core/permissions'
import type { DataSession } from '../../../../electron/ipc/context'
import { plantWork } from '../../../factories/planted-work'
import type { Target, World } from './world'

/** What a request is about: that decides what the table of rights says of it. */
export type About =
  | { kind: 'nothing' | 'copy' }
  | { kind: 'customer' | 'follow-up' | 'step' | 'claim' | 'attachment' }
  /** A task of that customer which was not given to the person; `texts`: as far as they read what it says. */
  | { kind: 'task'; texts?: true }
  /** A task of that customer which the person has to do. */
  | { kind: 'given-task' }
  /** Tasks of a customer, or a new one: for whoever may read the customer. */
  | { kind: 'tasks-of' }
  /** A file that came in: never one of these requests, so only who gets so far is asked. */
  | { kind: 'upload'; at: 'customer' | 'nothing' }
  | { kind: 'reveal'; group: FieldGroup }
  | { kind: 'verify'; group: FieldGroup | null }
  | { kind: 'history'; mine: boolean }
  /** Why it cannot be undone: told of any command that one could ask to undo, with nothing of the record in it. */
  | { kind: 'explain'; mine: boolean }

export type RouteCase = {
  label: string
  about: About
  input: (target: Target, world: World) => unknown
  /** What happens before, by the same person while they still had every right. */
  before?: (world: World, actor: DataSession, target: Target) => void
}

export const one = (about: About, input: RouteCase['input'], label = ''): RouteCase[] => [
  { label, about, input },
]
export const nothing = (input: unknown) => one({ kind: 'nothing' }, () => input)

/** Alone, and beside a record of one's own, which must then be left alone too. */
export const inBulk = (
  about: About,
  input: (ids: number[], world: World) => unknown,
): RouteCase[] => [
  { label: 'one', about, input: ({ customerId }, world) => input([customerId], world) },
  { label: 'twice', about, input: ({ customerId: id }, world) => input([id, id], world) },
]

export const listedDay = '2026-12-24'
export const someUid = '00000000-0000-7000-8000-00000000ffff'
export const someField = {
  name: '改名字段',
  kinds: 'person',
  groupName: null,
  options: [],
  requiredStages: [],
}
export const someRule = {
  name: '很久没联系',
  trigger: { on: 'silence', days: 3000 },
  conditions: { match: 'all', conditions: [], groups: [] },
  actions: [{ do: 'notice', to: 'owner', text: '打个电话' }],
} as const
export const customer: About = { kind: 'customer' }
export const followUp: About = { kind: 'follow-up' }
/** The next step of a follow-up on the board, where tasks stand too. */
export const step: About = { kind: 'step' }
export const attachment: About = { kind: 'attachment' }
export const task: About = { kind: 'task' }
export const tasksOf: About = { kind: 'tasks-of' }
export const someUpload = '00000000-0000-4000-8000-00000000ffff'
export const now = (world: World) => world.book.clock()

export function logAsOwner(
  world: World,
  actor: DataSession,
  { customerId, relation }: Target,
): number {
  if (relation === 'missing') return 0
  const input = { customerId, type: 'phone', content: '虚构', occurredAt: now(world) } as const
  world.book.run('follow-ups.create', input, { ...actor, role: 'owner' })
  const { undo } = world.book.run('history.getState', {}, { ...actor, role: 'owner' })
  return undo?.commandId ?? 0
}

/** Something that this person has to do for the customer. */
export function plantTask({ book }: World, { userId }: DataSession, target: Target): void {
  if (target.relation === 'missing') return
  const { customerId, contactId } = target
  book.command({ route: 'test.plant', undoable: false }, (context) =>
    plantWork(context, { customerId, contactId, userId, at: book.clock(), mark: '示例' }),
  )
}

export const lastTask = ({ book }: World) =>
  book.book.raw.prepare('SELECT coalesce(max(id), 987654) FROM task').pluck().get()

/** About the one phrase that there is. */
export function onPhrase(input: (id: number) => unknown): RouteCase[] {
  const phrases = [{ kind: 'phrase', title: '虚构', content: '虚构' } as const]
  return [
    {
      label: '',
      about: { kind: 'nothing' },
      before: ({ book }, actor) =>
        void book.run('phrases.create', { phrases }, { ...actor, role: 'owner' }),
      input: (_, { book }) =>
        input(Number(book.book.raw.prepare('SELECT max(id) FROM phrase').pluck().get())),
    },
  ]
}

export const updatedAtOf = ({ book }: World['book'], id: number) =>
  book.raw.prepare('SELECT updated_at FROM customer WHERE id = ?').pluck().get(id) ?? 0

export const lastCommand = (world: World) =>
  Number(world.book.book.raw.prepare('SELECT coalesce(max(id), 0) FROM command').pluck().get())
