import { customerDetail, type CustomerDetail } from '@shared/features/customers/customers.schema'
import { listRow } from './list-row'

const nothing = {
  ...{ emailMasked: null, idCardMasked: null, bankAccountMasked: null, creditCode: null },
  ...{
    phoneKind: null,
    gender: null,
    birthDate: null,
    lunarBirthday: null,
    occupation: null,
    companySize: null,
  },
  ...{ annualRevenue: null, foundedOn: null, regionCode: null, address: null, source: null },
  ...{ referrerId: null, referrerName: null, need: null, preference: null, scenario: null },
  ...{ priceSensitivity: null, decisionMode: null, decisionProcess: null, notes: null },
  ...{ purchaseCycleDays: null, expectedCloseOn: null, firstContactOn: null, externalId: null },
  ...{ lostReason: null, stageReason: null, deletedAt: null, mergedIntoId: null },
  ...{ ownedSince: null, pooledAt: null, nextStep: null },
}

/** A customer as the page gets it, with invented values; what a test is about is given. */
export function customerDetailOf(change: Partial<CustomerDetail> = {}): CustomerDetail {
  return customerDetail.parse({
    ...listRow(1),
    ...nothing,
    uid: '018f3c2a-0000-7000-8000-00000000000a',
    stageChangedAt: 1_790_000_000_000,
    creatorName: '陈示例',
    stageSteps: [],
    followUpCount: 0,
    referrals: 0,
    stamps: [],
    quality: {
      score: 0,
      complete: { ok: false, percent: 0, missing: [] },
      current: { ok: false, updatedAt: 0, validUntil: '1970-04-01' },
      accurate: { ok: false, verified: [], stale: [], missing: [] },
    },
    activity: { status: 'active', days: 0, from: 'created' },
    updatedAt: 1_790_000_000_000,
    ...change,
  })
}
