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

const blank: CustomerFormValues = {
  kind: 'company',
  name: '',
  contactPerson: '',
  phone: '',
  email: '',
  gender: null,
  birthDate: null,
  idCard: '',
  creditCode: '',
  bankAccount: '',
  industry: '',
  companySize: null,
  foundedOn: null,
  address: '',
  source: '',
  need: '',
  notes: '',
  firstContactOn: null,
  externalId: '',
  stage: 'prospect',
  lostReason: '',
  tier: 'normal',
}

/** What an empty form begins with. */
export function newCustomerValues(): CustomerFormValues {
  return { ...blank }
}

/** Form values of a customer; contact details come from a reveal, since the page holds them masked. */
export function valuesOf(detail: CustomerDetail, revealed: RevealedContacts): CustomerFormValues {
  return {
    kind: detail.kind,
    name: detail.name,
    contactPerson: detail.contactPerson ?? '',
    phone: revealed.phone ?? '',
    email: revealed.email ?? '',
    gender: detail.gender,
    birthDate: detail.birthDate,
    idCard: revealed.idCard ?? '',
    creditCode: detail.creditCode ?? '',
    bankAccount: revealed.bankAccount ?? '',
    industry: detail.industry ?? '',
    companySize: detail.companySize,
    foundedOn: detail.foundedOn,
    address: detail.address ?? '',
    source: detail.source ?? '',
    need: detail.need ?? '',
    notes: detail.notes ?? '',
    firstContactOn: detail.firstContactOn,
    externalId: detail.externalId ?? '',
    stage: detail.stage,
    lostReason: detail.lostReason ?? '',
    tier: detail.tier,
  }
}

const personOnly = ['gender', 'birthDate', 'idCard'] as const
const companyOnly = ['contactPerson', 'companySize', 'foundedOn', 'creditCode'] as const
type KindField = (typeof personOnly)[number] | (typeof companyOnly)[number]

/**
 * Fields of the chosen kind (R023), and those of the other kind that hold something: an imported or already typed
 * value is never hidden, and so never lost unseen.
 */
export function listKindFields(values: CustomerFormValues): KindField[] {
  const own: readonly KindField[] = values.kind === 'person' ? personOnly : companyOnly
  return [...companyOnly, ...personOnly].filter((name) => own.includes(name) || values[name])
}
