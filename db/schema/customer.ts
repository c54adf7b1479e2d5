import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  CompanySize,
  CustomerKind,
  DecisionMode,
  Gender,
  PriceSensitivity,
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
    /** What a person does for a living (R020). */
    occupation: text('occupation'),
    /** Of a company, in 分 (R023, R042). */
    annualRevenue: integer('annual_revenue'),
    /** Six digits of the division of 省/市/区; `address` is the rest of it (R012, R015). */
    regionCode: text('region_code'),
    /** Customer who brought this one (R034, R076). */
    referrerId: integer('referrer_id').references((): AnySQLiteColumn => customer.id),
    /** What they like to buy (R024). */
    preference: text('preference'),
    priceSensitivity: text('price_sensitivity').$type<PriceSensitivity>(),
    /** Where it is used: office, home … (R024). */
    scenario: text('scenario'),
    decisionMode: text('decision_mode').$type<DecisionMode>(),
    /** Way of a purchase through a company: steps and departments (R024). */
    decisionProcess: text('decision_process'),
    purchaseCycleDays: integer('purchase_cycle_days'),
    expectedCloseOn: text('expected_close_on'),
    /** Why it is at its stage; for 流失 that is `lostReason` (R029). */
    stageReason: text('stage_reason'),
    /** In the recycle bin since then (X5). What is in the bin is archived too, so that no list shows it. */
    deletedAt: integer('deleted_at'),
    /** The customer that this one was merged into; such a row is in the bin and serves history and undo only (R050, R051). */
    mergedIntoId: integer('merged_into_id').references((): AnySQLiteColumn => customer.id),
    /** Folded names and numbers of its contact persons and further points, searched as `searchContact` is. */
    searchPeople: text('search_people').notNull().default(''),
    /** Month and day of the lunar calendar on which the birthday is kept: 08-15, in a leap month L06-05. Null for the day of birthDate. */
    lunarBirthday: text('lunar_birthday'),
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
      ...[table.ownerId, table.pooledAt, table.archivedAt, table.deletedAt, table.ownedSince],
      ...[table.nextFollowAt, table.lastInteractionAt, table.createdAt, table.namePinyin],
      ...[table.stage, table.tier],
    ),
    index('customer_by_pooled_at').on(table.pooledAt).where(sql.raw('pooled_at IS NOT NULL')),
    index('customer_by_updated_at').on(table.updatedAt, table.id).where(active),
    index('customer_by_deleted_at')
      .on(table.deletedAt, table.id)
      .where(sql.raw('deleted_at IS NOT NULL')),
    index('customer_by_referrer').on(table.referrerId).where(sql.raw('referrer_id IS NOT NULL')),
    index('customer_by_merged_into')
      .on(table.mergedIntoId)
      .where(sql.raw('merged_into_id IS NOT NULL')),
    index('customer_by_lunar_birthday')
      .on(table.lunarBirthday)
      .where(sql.raw('lunar_birthday IS NOT NULL AND archived_at IS NULL')),
  ],
)
