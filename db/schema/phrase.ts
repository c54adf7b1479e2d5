import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import type { PhraseKind } from '@shared/features/phrases/phrases.enums'

/** Words that are written again and again, for all people of the book: a template of an entry, or a phrase. */
export const phrase = sqliteTable(
  'phrase',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    kind: text('kind').notNull().$type<PhraseKind>(),
    /** Offered for entries of this type only; null for all. */
    type: text('type').$type<FollowUpType>(),
    title: text('title').notNull(),
    sort: integer('sort').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    content: text('content').notNull(),
  },
  (table) => [index('phrase_by_sort').on(table.kind, table.sort, table.id)],
)
