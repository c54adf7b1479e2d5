import type { CustomerFields } from '@shared/features/customers/customers.schema'
import type { RestoredField } from '@shared/features/restores/customer-restores.schema'
import type { customer } from '../schema/customer'

type Row = typeof customer.$inferSelect
type Column = keyof Row

/** Where each compared field is stored; numbers are compared as they are sealed. */
const columnOf = {
  kind: 'kind',
  name: 'name',
  contactPerson: 'contactPerson',
  phone: 'phone',
  email: 'email',
  gender: 'gender',
  birthDate: 'birthDate',
  lunarBirthday: 'lunarBirthday',
  idCard: 'idCardSealed',
  creditCode: 'creditCode',
  bankAccount: 'bankAccountSealed',
  industry: 'industry',
  companySize: 'companySize',
  foundedOn: 'foundedOn',
  address: 'address',
  source: 'source',
  need: 'need',
  notes: 'notes',
  firstContactOn: 'firstContactOn',
  externalId: 'externalId',
  stage: 'stage',
  lostReason: 'lostReason',
  stageReason: 'stageReason',
  tier: 'tier',
  occupation: 'occupation',
  annualRevenue: 'annualRevenue',
  regionCode: 'regionCode',
  preference: 'preference',
  priceSensitivity: 'priceSensitivity',
  scenario: 'scenario',
  decisionMode: 'decisionMode',
  decisionProcess: 'decisionProcess',
  purchaseCycleDays: 'purchaseCycleDays',
  expectedCloseOn: 'expectedCloseOn',
  archived: 'archivedAt',
} as const satisfies Record<RestoredField, Column>

/** At work, in the archive or in the recycle bin; which of them goes by the name of `archived`. */
function placeOf({ archivedAt, deletedAt }: Pick<Row, 'archivedAt' | 'deletedAt'>): string {
  if (deletedAt !== null) return 'bin'
  return archivedAt === null ? 'work' : 'archive'
}

const fields = Object.keys(columnOf) as RestoredField[]

/** Fields that belong to another one, and are never filled by themselves. */
const dependent: readonly RestoredField[] = ['lostReason', 'stageReason', 'archived']

/** Fields that hold something else in the backup, and of them those that are empty now and full there. */
export function compareFields(
  copied: Row,
  present: Row,
): { fields: RestoredField[]; emptyFields: RestoredField[] } {
  const differing = fields.filter((field) =>
    field === 'archived'
      ? placeOf(copied) !== placeOf(present)
      : copied[columnOf[field]] !== present[columnOf[field]],
  )
  const isFillable = (field: RestoredField) =>
    present[columnOf[field]] === null && copied[columnOf[field]] !== null
  return {
    fields: differing,
    emptyFields: differing.filter((field) => isFillable(field) && !dependent.includes(field)),
  }
}

/** What the form would hold of a row; ID number and bank account stay out, since they are sealed, and the referrer keeps its own way. */
export function fieldsOf(row: Row): CustomerFields {
  const { kind, name, contactPerson, phone, email, gender, birthDate } = row
  const { lunarBirthday, creditCode } = row
  const { industry, companySize, foundedOn, address, source, need, notes } = row
  const { firstContactOn, externalId, stage, lostReason, stageReason, tier } = row
  const { occupation, annualRevenue, regionCode, referrerId, preference, priceSensitivity } = row
  const { scenario, decisionMode, decisionProcess, purchaseCycleDays, expectedCloseOn } = row
  return {
    ...{ kind, name, contactPerson, phone, email, gender, birthDate },
    ...{ lunarBirthday, creditCode },
    ...{ industry, companySize, foundedOn, address, source, need, notes },
    ...{ firstContactOn, externalId, stage, lostReason, stageReason, tier },
    ...{ occupation, annualRevenue, regionCode, referrerId, preference, priceSensitivity },
    ...{ scenario, decisionMode, decisionProcess, purchaseCycleDays, expectedCloseOn },
    ...{ idCard: null, bankAccount: null },
  }
}

/** The same of the present row, with some fields as the backup has them. */
export function mixFields(copied: Row, present: Row, from: readonly RestoredField[]) {
  const [then, now] = [fieldsOf(copied), fieldsOf(present)]
  return Object.fromEntries(
    Object.keys(now).map((field) => {
      const name = field as keyof CustomerFields
      const isTaken = name !== 'referrerId' && from.includes(name)
      return [name, isTaken ? then[name] : now[name]]
    }),
  ) as CustomerFields
}
