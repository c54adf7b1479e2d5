import type { z } from 'zod'
import type { Permission } from './permissions'

/** Where a route runs: beside the window (vault, dialogs, jobs) or beside the database. */
export type Home = 'main' | 'data'

/** What a command may change; the renderer drops its cached queries of these topics. */
export const topics = [
  'contacts',
  'customers',
  'customer-restores',
  'duplicates',
  'follow-ups',
  'tasks',
  'service-cases',
  'behaviors',
  'deadlines',
  'automation',
  'notices',
  'holidays',
  'phrases',
  'cadence',
  'today',
  'attachments',
  'tags',
  'custom-fields',
  'history',
  'imports',
  'calendar',
  'backups',
  'users',
  'ownership',
  'quality',
  'audit',
  'vault',
  'preferences',
] as const
export type Topic = (typeof topics)[number]

/** A route is data: the router, the renderer's client, the permission table and the tests read it. */
export type Route = {
  kind: 'query' | 'command'
  home: Home
  permission: Permission
  input: z.ZodType
  output: z.ZodType
  invalidates: readonly Topic[]
  /** Undoable commands stand in the undo list; a reveal or a backup does not. */
  undoable: boolean
  /** A quiet command leaves no journal and no audit entry: only for what a person keeps for themselves, such as drafts. */
  quiet: boolean
}

type Options<I extends z.ZodType, O extends z.ZodType, H extends Home> = {
  home: H
  permission: Permission
  input: I
  output: O
}

/** A read: never changes a row. */
export function query<I extends z.ZodType, O extends z.ZodType, H extends Home>(
  options: Options<I, O, H>,
) {
  return { kind: 'query', invalidates: [], undoable: false, quiet: false, ...options } as const
}

/** A write: runs in one transaction with its journal and audit entry, then announces its topics. */
export function command<I extends z.ZodType, O extends z.ZodType, H extends Home>(
  options: Options<I, O, H> & {
    invalidates: readonly Topic[]
    undoable?: boolean
    quiet?: boolean
  },
) {
  const { undoable = false, quiet = false } = options
  return { kind: 'command', ...options, undoable, quiet } as const
}

export type ContractShape = Record<string, Route>
/** What a caller may pass (before defaults) and what a handler gets (after parsing). */
export type InputOf<R extends Route> = z.input<R['input']>
export type ParsedInputOf<R extends Route> = z.output<R['input']>
export type OutputOf<R extends Route> = z.output<R['output']>

/** The names of the routes that live in one process. */
export type RoutesAt<C extends ContractShape, H extends Home> = {
  [K in keyof C]: C[K]['home'] extends H ? K : never
}[keyof C]
