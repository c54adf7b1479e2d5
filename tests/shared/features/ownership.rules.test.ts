import { describe, expect, test } from 'vitest'
import { roles } from '@shared/core/permissions'
import {
  exceedsLimit,
  isReadable,
  isSalesperson,
  mayOwn,
  type OwnedRecord,
  relationOf,
  staleBefore,
} from '@shared/features/ownership/ownership.rules'

const day = 86_400_000
const now = 1000 * day
const record: OwnedRecord = {
  ownerId: 2,
  ownerRole: 'sales',
  pooledAt: null,
  ownedSince: null,
  createdAt: now - 40 * day,
  lastInteractionAt: null,
}
const viewer = { userId: 3, role: 'sales', staleBefore: now - 30 * day } as const

describe('whose a customer is (R082)', () => {
  test('is decided by the owner, while nobody put it into the pool', () => {
    expect(relationOf(record, { ...viewer, userId: 2 })).toBe('own')
    expect(relationOf(record, { ...viewer, staleBefore: null })).toBe('other')
    expect(relationOf({ ...record, pooledAt: now }, { ...viewer, userId: 2 })).toBe('pool')
  })

  test('a salesperson’s may be claimed by others when the last contact is too long ago', () => {
    expect(relationOf(record, viewer)).toBe('pool')
    for (const touch of [
      { lastInteractionAt: now - 30 * day },
      { ownedSince: now - 30 * day },
      { createdAt: now - 30 * day },
    ])
      expect(relationOf({ ...record, ...touch }, viewer)).toBe('other')
  })

  test('what belongs to people who are no salespeople is protected for ever', () => {
    for (const ownerRole of roles.filter((role) => !isSalesperson(role)))
      expect(relationOf({ ...record, ownerRole }, viewer)).toBe('other')
  })

  test('the term counts from the moment, and 0 days are no term', () => {
    expect(staleBefore({ protectionDays: 30, limit: 0 }, now)).toBe(now - 30 * day)
    expect(staleBefore({ protectionDays: 0, limit: 0 }, now)).toBeNull()
  })
})

describe('what may be opened (R083)', () => {
  test('salespeople open their own, and what they could claim', () => {
    expect(isReadable('sales', 'own', true)).toBe(true)
    expect(isReadable('sales', 'pool', false)).toBe(true)
    expect(isReadable('sales', 'pool', true)).toBe(false)
    expect(isReadable('sales', 'other', false)).toBe(false)
  })

  test('all other roles open everything', () => {
    for (const role of roles.filter((role) => role !== 'sales'))
      expect(isReadable(role, 'other', true)).toBe(true)
  })
})

describe('how many one may hold (R082)', () => {
  test('is limited for salespeople only, and 0 is no limit', () => {
    const limited = { protectionDays: 0, limit: 3 }
    expect(exceedsLimit(limited, 'sales', 2, 1)).toBe(false)
    expect(exceedsLimit(limited, 'sales', 2, 2)).toBe(true)
    expect(exceedsLimit(limited, 'manager', 99, 1)).toBe(false)
    expect(exceedsLimit({ protectionDays: 0, limit: 0 }, 'sales', 99, 1)).toBe(false)
  })

  test('customers are given to those only who may change some', () => {
    expect(roles.filter(mayOwn)).toEqual(['owner', 'manager', 'sales'])
  })
})
