import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  CompanySize,
  CustomerKind,
  Gender,
  Stage,
  Tier,
} from '@shared/features/customers/customers.enums'
import type { PhoneKind } from '@shared/core/phone'
import { stageRankSql, tierRankSql } from './ranks'
import { user } from './user'

const active = sql.raw('archived_at IS NULL')

/**
 * One customer, person or company (R012, R015, R023). Columns are ordered for reading: SQLite reads a record up to the
 * last column asked for, so what lists and the text filter need stands before the long texts.
 */
export const customer = sqliteTable(
  'customer',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    code: text('code').notNull().unique(),
    kind: text('kind').notNull().$type<CustomerKind>(),
    name: text('name').notNull(),
    /** Syllables joined by spaces: the order of names. Stored, because computing it is slow. */
    namePinyin: text('name_pinyin').notNull(),
    nameInitials: text('name_initials').notNull(),
    stage: text('stage').notNull().$type<Stage>(),
    stageChangedAt: integer('stage_changed_at').notNull(),
    tier: text('tier').notNull().$type<Tier>(),
    contactPerson: text('contact_person'),
    phone: text('phone'),
    phoneKind: text('phone_kind').$type<PhoneKind>(),
    phoneNormalized: text('phone_normalized'),
    industry: text('industry'),
    ownerId: integer('owner_id')
      .notNull()
      .references(() => user.id),
    creatorId: integer('creator_id')
      .notNull()
      .references(() => user.id),
    /** When it came to its owner; null for one who has had it from the start (R082). */
    ownedSince: integer('owned_since'),
    /** When it was put into the pool by hand; its owner is then the one who had it last. */
    pooledAt: integer('pooled_at'),
    /** Earliest open next step of the timeline; kept here so that the list sorts by index. */
    nextFollowAt: integer('next_follow_at'),
    /** Latest follow-up that is not in the future (D2). */
    lastInteractionAt: integer('last_interaction_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    archivedAt: integer('archived_at'),
    /** Folded parts joined by newlines that everybody who may read the row may search: names and codes. */
    searchText: text('search_text').notNull(),
    /** The same of the contact details, searched only by those who may see them whole. */
    searchContact: text('search_contact').notNull(),
    email: text('email'),
    gender: text('gender').$type<Gender>(),
    birthDate: text('birth_date'),
    /** Sealed under the second key with the customer's uid as owner (R015, R089). */
    idCardSealed: text('id_card_sealed'),
    /** What everybody may see of the sealed number who may see it masked; so masking needs no key. */
    idCardMask: text('id_card_mask'),
    bankAccountSealed: text('bank_account_sealed'),
    bankAccountMask: text('bank_account_mask'),
    creditCode: text('credit_code'),
    companySize: text('company_size').$type<CompanySize>(),
    foundedOn: text('founded_on'),
    address: text('address'),
    source: text('source'),
    firstContactOn: text('first_contact_on'),
    externalId: text('external_id'),
    lostReason: text('lost_reason'),
    need: text('need'),
    notes: text('notes'),
  },
  (table) => [
    index('customer_by_created_at').on(table.createdAt, table.id).where(active),
    index('customer_by_next_follow_at').on(table.nextFollowAt, table.id).where(active),
    index('customer_by_last_interaction_at').on(table.lastInteractionAt, table.id).where(active),
    index('customer_by_name').on(table.namePinyin, table.id).where(active),
    index('customer_by_stage').on(sql.raw(stageRankSql), table.id).where(active),
    index('customer_by_tier').on(sql.raw(tierRankSql), table.id).where(active),
    index('customer_by_archived_at')
      .on(table.archivedAt, table.id)
      .where(sql.raw('archived_at IS NOT NULL')),
    index('customer_by_phone_normalized').on(table.phoneNormalized),
    // Holds whatever lists of one's own are filtered, counted and sorted by, so that no row is read for that.
    index('customer_by_owner_id').on(
      ...[table.ownerId, table.pooledAt, table.archivedAt, table.ownedSince, table.nextFollowAt],
      ...[table.lastInteractionAt, table.createdAt, table.namePinyin, table.stage, table.tier],
    ),
    index('customer_by_pooled_at').on(table.pooledAt).where(sql.raw('pooled_at IS NOT NULL')),
  ],
)
