import { describe, expect, it } from 'vitest'
import { roles, type Role } from '@shared/core/permissions'
import type { UserAccount, UserStatus } from '@shared/features/users/users.schema'
import { listReceivers } from '@renderer/features/settings/users/receivers.rules'
import { actionsFor } from '@renderer/features/settings/users/user-actions.rules'
import { makeResetForm, makeUserForm } from '@renderer/features/settings/users/user-forms'

const account = (uid: string, role: Role, status: UserStatus = 'active'): UserAccount => ({
  ...{ uid, role, status, name: uid, customers: 0, lastUnlockAt: null, passwordChangedAt: 0 },
})

describe('who may take over customers', () => {
  it('are people who work on customers of their own, without the one who leaves and the disabled', () => {
    const people = [
      ...roles.map((role) => account(role, role)),
      account('leaving', 'sales'),
      account('gone', 'sales', 'disabled'),
      account('new', 'sales', 'pending'),
    ]
    expect(listReceivers(people, 'leaving').map(({ uid }) => uid)).toEqual([
      'owner',
      'manager',
      'sales',
      'new',
    ])
  })
})

describe('what can be done with somebody', () => {
  it('is nothing that would lock oneself out', () => {
    expect(actionsFor(account('me', 'owner'), true)).toEqual(['rename'])
  })

  it('is enabling first where somebody is disabled', () => {
    expect(actionsFor(account('a', 'sales', 'disabled'), false)).toEqual([
      'rename',
      'enable',
      'remove',
    ])
    expect(actionsFor(account('a', 'sales'), false)).not.toContain('enable')
  })
})

describe('the forms for people', () => {
  const messages = (name: string, password: string) =>
    makeUserForm('晨禾示例商贸')
      .safeParse({ name, role: 'sales', password })
      .error?.issues.map(({ path, message }) => `${path.join()}:${message}`)

  it('take a name and a first password', () => {
    expect(messages('王小雪', 'correct horse')).toBeUndefined()
    expect(messages('', 'correct horse')).toEqual(['name:required'])
  })

  it('refuse a first password with the name of the person or the business in it', () => {
    expect(messages('王小雪', '王小雪 correct horse')).toEqual(['password:password-personal'])
    expect(messages('王小雪', '晨禾示例商贸 horse')).toEqual(['password:password-personal'])
    expect(makeResetForm(['王小雪']).safeParse({ password: '王小雪 horses' }).success).toBe(false)
    expect(makeResetForm([]).safeParse({ password: '王小雪 horses' }).success).toBe(true)
  })
})
