import { describe, expect, test } from 'vitest'
import { customerForm } from '../../factories/customers'
import { customerInput } from '@shared/features/customers/customers.schema'

function keysOf(values: Parameters<typeof customerForm>[0]): string[] {
  const parsed = customerInput.safeParse(customerForm(values))
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}:${message}`)
}

describe('the customer form', () => {
  test('fills what is not given and stores empty texts as nothing', () => {
    expect(customerInput.parse(customerForm({ phone: '  ', email: '' }))).toMatchObject({
      phone: null,
      email: null,
      stage: 'prospect',
      tier: 'normal',
      birthDate: null,
    })
  })

  test.each([
    [{ name: '   ' }, 'name:required'],
    [{ name: '示'.repeat(101) }, 'name:too-long|100'],
    [{ email: 'nobody' }, 'email:email'],
    [{ idCard: '123' }, 'idCard:id-card'],
    [{ birthDate: '2024-02-30' }, 'birthDate:date'],
    [{ stage: 'lost' as const }, 'lostReason:lost-reason-required'],
  ])('answers %j with the key %s', (values, key) => {
    expect(keysOf(values)).toEqual([key])
  })

  test('counts characters as a person does, not code units (X8)', () => {
    expect(keysOf({ name: '𠮷'.repeat(100) })).toEqual([])
  })
})
