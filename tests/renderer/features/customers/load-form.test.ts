import { describe, expect, it } from 'vitest'
import { fieldLevelOf, relations, roles } from '@shared/core/permissions'
import { customerDetail, type CustomerDetail } from '@shared/features/customers/customers.schema'
import { listRevealed } from '@renderer/features/customers/form/load-form'
import { listRow } from './list-row'

const nothing = {
  phoneKind: null,
  gender: null,
  birthDate: null,
  companySize: null,
  foundedOn: null,
  address: null,
  source: null,
  need: null,
  notes: null,
  firstContactOn: null,
  externalId: null,
  lostReason: null,
  creditCode: null,
  ownedSince: null,
  pooledAt: null,
  nextStep: null,
  stageReason: null,
  occupation: null,
  annualRevenue: null,
  regionCode: null,
  referrerId: null,
  referrerName: null,
  preference: null,
  priceSensitivity: null,
  scenario: null,
  decisionMode: null,
  decisionProcess: null,
  purchaseCycleDays: null,
  expectedCloseOn: null,
  deletedAt: null,
  mergedIntoId: null,
}

function detail(change: Partial<CustomerDetail> = {}): CustomerDetail {
  return customerDetail.parse({
    ...listRow(1),
    ...nothing,
    uid: '018f3c2a-0000-7000-8000-00000000000a',
    phoneMasked: '138 •••• 8000',
    emailMasked: 'l•••@example.com',
    idCardMasked: '110***********002X',
    bankAccountMasked: '**** **** 3445',
    stageChangedAt: 1_790_000_000_000,
    creatorName: '陈示例',
    followUpCount: 0,
    stamps: [],
    quality: {
      score: 0,
      complete: { ok: false, percent: 0, missing: [] },
      current: { ok: false, updatedAt: 0, validUntil: '1970-04-01' },
      accurate: { ok: false, verified: [], stale: [], missing: [] },
    },
    updatedAt: 1_790_000_000_000,
    ...change,
  })
}

describe('what the edit form asks to see whole', () => {
  it.each(roles)('is what %s sees whole, and nothing more', (role) => {
    for (const relation of relations) {
      const whole = (group: 'contact' | 'idNumber', fields: string[]) =>
        fieldLevelOf(role, group, relation) === 'full' ? fields : []
      expect(listRevealed(detail({ relation }), role)).toEqual([
        ...whole('contact', ['phone', 'email']),
        ...whole('idNumber', ['idCard', 'bankAccount']),
      ])
    }
  })

  it('leaves out what is not there: nothing is revealed for the record only', () => {
    const bare = detail({ emailMasked: null, idCardMasked: null, bankAccountMasked: null })
    expect(listRevealed(bare, 'owner')).toEqual(['phone'])
  })
})
