import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { isHistoryTable, untoldColumns } from '@db/history-fields'
import { customer } from '@db/schema/customer'
import { customerChildren } from '@db/schema/customer-children'

test('every column of a customer and of what belongs to it is told, or kept back on purpose', () => {
  const untold = Object.fromEntries(
    [customer, ...customerChildren].map((table) => [
      getTableConfig(table).name,
      untoldColumns(table),
    ]),
  )
  expect(Object.keys(untold).every(isHistoryTable)).toBe(true)
  expect(untold).toMatchInlineSnapshot(`
    {
      "attachment": [
        "id",
        "uid",
        "customer_id",
        "follow_up_id",
        "blob_id",
        "media_type",
        "creator_id",
        "created_at",
        "updated_at",
      ],
      "contact": [
        "id",
        "uid",
        "customer_id",
        "sort",
        "created_at",
        "updated_at",
      ],
      "contact_point": [
        "id",
        "uid",
        "customer_id",
        "contact_id",
        "normalized",
        "phone_kind",
        "sort",
        "created_at",
        "updated_at",
      ],
      "custom_value": [
        "id",
        "customer_id",
        "number",
        "updated_at",
      ],
      "customer": [
        "id",
        "uid",
        "code",
        "name_pinyin",
        "name_initials",
        "stage_changed_at",
        "phone_kind",
        "phone_normalized",
        "creator_id",
        "owned_since",
        "next_follow_at",
        "last_interaction_at",
        "created_at",
        "updated_at",
        "search_text",
        "search_contact",
        "id_card_mask",
        "bank_account_mask",
        "search_people",
      ],
      "customer_tag": [
        "id",
        "customer_id",
        "created_at",
      ],
      "follow_up": [
        "id",
        "uid",
        "code",
        "customer_id",
        "interaction",
        "follower_id",
        "created_at",
        "updated_at",
      ],
      "not_duplicate": [
        "id",
        "customer_id",
        "user_id",
        "at",
      ],
      "stage_change": [
        "id",
        "customer_id",
        "user_id",
        "created_at",
      ],
      "verification": [
        "id",
        "customer_id",
        "value",
        "user_id",
        "at",
      ],
    }
  `)
})
