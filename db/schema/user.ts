import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '@shared/core/permissions'
import type { UserStatus } from '@shared/features/users/users.schema'

/** People of this book. Written when the book is opened, never journalled; names and roles come from the vault header. */
export const user = sqliteTable('user', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  uid: text('uid').notNull().unique(),
  name: text('name').notNull(),
  role: text('role').notNull().$type<Role>(),
  /** `removed` people have no slot any more; their row stays because records point at it. */
  status: text('status').notNull().default('active').$type<UserStatus | 'removed'>(),
  lastUnlockAt: integer('last_unlock_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})
