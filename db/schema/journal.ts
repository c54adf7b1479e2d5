import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './user'

export type CommandKind = 'do' | 'undo' | 'redo'
export type ChangeOperation = 'insert' | 'update' | 'delete'

/** One write of a person: everything it changed hangs on it (undo, history, audit, exchange). */
export const command = sqliteTable(
  'command',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    route: text('route').notNull(),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    at: integer('at').notNull(),
    kind: text('kind').notNull().$type<CommandKind>(),
    /** 1 when it may stand in the undo list. */
    undoable: integer('undoable').notNull(),
    /** The command whose changes this one reversed: an original for `undo`, an undo for `redo`. */
    reverses: integer('reverses'),
    /** The command that reversed this one and is itself in effect; null while this one is in effect. */
    reversedBy: integer('reversed_by'),
    changes: integer('changes').notNull(),
  },
  (table) => [index('command_by_user').on(table.userId, table.kind, table.id)],
)

/** One row change under a command: an insert keeps only the id, an update the changed columns, a delete the whole row. */
export const change = sqliteTable(
  'change',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    commandId: integer('command_id')
      .notNull()
      .references(() => command.id),
    tableName: text('table_name').notNull(),
    rowId: integer('row_id').notNull(),
    operation: text('operation').notNull().$type<ChangeOperation>(),
    before: text('before'),
    after: text('after'),
  },
  (table) => [
    index('change_by_command').on(table.commandId),
    index('change_by_row').on(table.tableName, table.rowId),
  ],
)

/** The command that is running now: one row, null between commands. The triggers read it, since they may not call functions of ours. */
export const currentCommand = sqliteTable('current_command', {
  id: integer('id').primaryKey(),
  commandId: integer('command_id'),
  /** What a sensitive read looked at, for the audit entry: kind and row id, never a value. */
  subject: text('subject'),
})

/** Hash-chained audit trail (R087, X9): hash = HMAC-SHA256(audit key, previous hash ‖ canonical entry). */
export const auditEvent = sqliteTable(
  'audit_event',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    commandId: integer('command_id'),
    userId: integer('user_id'),
    route: text('route').notNull(),
    at: integer('at').notNull(),
    changes: integer('changes').notNull(),
    subject: text('subject'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('audit_event_by_at').on(table.at),
    index('audit_event_by_user').on(table.userId, table.id),
  ],
)
