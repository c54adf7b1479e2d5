import { describe, expect, it } from 'vitest'
import { fieldLevelOf, relations, roles } from '@shared/core/permissions'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { listRevealed } from '@renderer/features/customers/form/load-form'
import { customerDetailOf } from './customer-detail'

const detail = (change: Partial<CustomerDetail> = {}) =>
  customerDetailOf({
    phoneMasked: '138 •••• 8000',
    emailMasked: 'l•••@example.com',
    idCardMasked: '110***********002X',
    bankAccountMasked: '**** **** 3445',
    ...change,
  })

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
