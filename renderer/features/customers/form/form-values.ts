import { formatYuan } from '@shared/core/money'
import type {
  CustomerDetail,
  CustomerFormValues,
} from '@shared/features/customers/customers.schema'

/** The whole contact details that the form needs and the page does not hold. */
export type RevealedContacts = {
  phone?: string | null | undefined
  email?: string | null | undefined
  idCard?: string | null | undefined
  bankAccount?: string | null | undefined
}

/** Every field by name: a field that the form forgot would be erased by the next save. */
type EveryField = Required<CustomerFormValues>

const blank: EveryField = {
  kind: 'company',
  name: '',
  contactPerson: '',
  phone: '',
  email: '',
  gender: null,
  birthDate: null,
  lunarBirthday: null,
  occupation: '',
  idCard: '',
  creditCode: '',
  bankAccount: '',
  industry: '',
  companySize: null,
  annualRevenue: '',
  foundedOn: null,
  regionCode: null,
  address: '',
  source: '',
  referrerId: null,
  need: '',
  preference: '',
  priceSensitivity: null,
  scenario: '',
  decisionMode: null,
  decisionProcess: '',
  purchaseCycleDays: '',
  expectedCloseOn: null,
  notes: '',
  firstContactOn: null,
  externalId: '',
  stage: 'prospect',
  lostReason: '',
  stageReason: '',
  tier: 'normal',
}

/** What an empty form begins with. */
export function newCustomerValues(): EveryField {
  return { ...blank }
}

/** Form values of a customer; contact details come from a reveal, since the page holds them masked. */
export function valuesOf(detail: CustomerDetail, revealed: RevealedContacts): EveryField {
  return {
    kind: detail.kind,
    name: detail.name,
    contactPerson: detail.contactPerson ?? '',
    phone: revealed.phone ?? '',
    email: revealed.email ?? '',
    gender: detail.gender,
    birthDate: detail.birthDate,
    lunarBirthday: detail.lunarBirthday,
    occupation: detail.occupation ?? '',
    idCard: revealed.idCard ?? '',
    creditCode: detail.creditCode ?? '',
    bankAccount: revealed.bankAccount ?? '',
    industry: detail.industry ?? '',
    companySize: detail.companySize,
    annualRevenue: detail.annualRevenue === null ? '' : formatYuan(detail.annualRevenue),
    foundedOn: detail.foundedOn,
    regionCode: detail.regionCode,
    address: detail.address ?? '',
    source: detail.source ?? '',
    referrerId: detail.referrerId,
    need: detail.need ?? '',
    preference: detail.preference ?? '',
    priceSensitivity: detail.priceSensitivity,
    scenario: detail.scenario ?? '',
    decisionMode: detail.decisionMode,
    decisionProcess: detail.decisionProcess ?? '',
    purchaseCycleDays: detail.purchaseCycleDays === null ? '' : String(detail.purchaseCycleDays),
    expectedCloseOn: detail.expectedCloseOn,
    notes: detail.notes ?? '',
    firstContactOn: detail.firstContactOn,
    externalId: detail.externalId ?? '',
    stage: detail.stage,
    lostReason: detail.lostReason ?? '',
    stageReason: detail.stageReason ?? '',
    tier: detail.tier,
  }
}

const personOnly = ['gender', 'birthDate', 'lunarBirthday', 'occupation', 'idCard'] as const
const companyOnly = [
  'contactPerson',
  'companySize',
  'annualRevenue',
  'foundedOn',
  'creditCode',
] as const
export type KindField = (typeof personOnly)[number] | (typeof companyOnly)[number]

/**
 * Fields of the chosen kind (R023), and those of the other kind that hold something: an imported or already typed
 * value is never hidden, and so never lost unseen.
 */
export function listKindFields(
  values: Pick<CustomerFormValues, 'kind'> & Partial<CustomerFormValues>,
): KindField[] {
  const own: readonly KindField[] = values.kind === 'person' ? personOnly : companyOnly
  return [...companyOnly, ...personOnly].filter((name) => own.includes(name) || values[name])
}
