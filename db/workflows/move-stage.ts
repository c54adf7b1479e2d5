import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { fieldLevelOf, type Relation } from '@shared/core/permissions'
import { missingCustomFields } from '@shared/features/custom-fields/custom-fields.rules'
import type { CustomValue } from '@shared/features/custom-fields/custom-fields.schema'
import type { Stage } from '@shared/features/customers/customers.enums'
import { type GateField, missingForStage } from '@shared/features/lifecycle/lifecycle.rules'
import {
  type OwnedRecord,
  relationOf,
  type Viewer,
} from '@shared/features/ownership/ownership.rules'
import type { ReadContext, WriteContext } from '../context'
import { readCustomFields } from '../custom-field-rows'
import { customByCustomer, seesCustomValues } from '../custom-value-rows'
import { assertReach } from '../customer-guard'
import type { ReadHandle } from '../handles'
import { hasNeedTag, hasPoint } from '../profile-parts'
import { setStage } from '../repositories/customer-bulk'
import { fillCustomer } from '../repositories/customers'
import type { customer } from '../schema/customer'
import { statement } from '../statements'

const mostNamed = 50

type Checked = Pick<
  typeof customer.$inferSelect,
  | ('id' | 'name' | 'kind' | 'phone' | 'email' | 'source')
  | ('industry' | 'need' | 'purchaseCycleDays')
> &
  OwnedRecord & { points: number; needTags: number }

/**
 * Which of these customers lack what a stage asks for, without changing anything (R029). What a person may not see is not called
 * missing.
 * @throws AppError customers.not-found; core.forbidden
 */
export function checkStage(
  context: ReadContext,
  { ids, stage }: RouteParsedInput<'lifecycle.check'>,
): RouteOutput<'lifecycle.check'> {
  const viewer = assertReach(context.read, context, 'customers.write', ids)
  const fieldsOfBook = readCustomFields(context.read)
  // Only where some field asks for it: most books have none, and then no value needs to be read.
  const asking = fieldsOfBook.filter(({ requiredStages }) => requiredStages.includes(stage))
  const wanted = asking.map(({ id }) => id)
  const values =
    asking.length > 0
      ? customByCustomer(context.read, ids, wanted)
      : new Map<number, CustomValue[]>()
  const lacking = readChecked(context.read, ids).map(({ ownerRole, ...row }) => {
    const relation = relationOf({ ...row, ownerRole }, viewer)
    const custom = seesCustomValues(viewer.role, relation)
      ? missingCustomFields(asking, values.get(row.id) ?? [], row.kind, stage)
      : []
    return {
      ...{ id: row.id, name: row.name, fields: missingOf(row, stage, viewer, relation) },
      custom: custom.map(({ name }) => name),
    }
  })
  const isLacking = ({ fields, custom }: (typeof lacking)[number]) =>
    fields.length + custom.length > 0
  const missing = lacking.filter(isLacking)
  return {
    missing: missing.slice(0, mostNamed),
    total: missing.length,
    ready: lacking.filter((one) => !isLacking(one)).map(({ id }) => id),
  }
}

function readChecked(read: ReadHandle, ids: number[]): Checked[] {
  return statement<Checked>(
    read,
    `SELECT id, name, owner_id AS ownerId, (SELECT role FROM user WHERE user.id = owner_id) AS ownerRole,
       pooled_at AS pooledAt, owned_since AS ownedSince, created_at AS createdAt, last_interaction_at AS lastInteractionAt,
       kind, phone, email, source, industry, need, purchase_cycle_days AS purchaseCycleDays,
       phone IS NULL AND email IS NULL AND ${hasPoint('customer')} AS points,
       need IS NULL AND ${hasNeedTag('customer')} AS needTags
     FROM customer WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ).all(JSON.stringify(ids))
}

const groupOf: Partial<Record<GateField, 'contact' | 'notes'>> = {
  contact: 'contact',
  need: 'notes',
}

function missingOf(
  row: Parameters<typeof missingForStage>[1],
  stage: Stage,
  { role }: Viewer,
  relation: Relation,
): GateField[] {
  return missingForStage(stage, row).filter((field) => {
    const group = groupOf[field]
    return group === undefined || fieldLevelOf(role, group, relation) === 'full'
  })
}

/**
 * Fills in what a stage asks for and moves the customer there, in one step that one undo takes back (R029).
 * @throws AppError customers.not-found; core.forbidden; customers.lost-reason-required; customers.stage-in-future
 */
export function moveStage(
  context: WriteContext,
  { id, fill, ...move }: RouteParsedInput<'lifecycle.move'>,
): { changed: number } {
  const given = Object.entries(fill).filter(([, value]) => value !== undefined)
  if (given.length > 0) fillCustomer(context, id, Object.fromEntries(given))
  const moved = setStage(context, { ids: [id], ...move })
  return { changed: Math.max(moved.changed, given.length > 0 ? 1 : 0) }
}
