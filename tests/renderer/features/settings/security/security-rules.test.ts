import { describe, expect, it } from 'vitest'
import { mayCancelRotation } from '@renderer/features/settings/security/rotation.rules'
import { makeChangeForm, proveForm } from '@renderer/features/settings/security/security-forms'

describe('a rotation', () => {
  it('can be called off until the new copy takes its place', () => {
    expect(mayCancelRotation(null)).toBe(true)
    expect(mayCancelRotation({ kind: 'backup', phase: 'replacing' })).toBe(true)
    expect(mayCancelRotation({ kind: 'rotation', phase: 'copying' })).toBe(true)
    expect(mayCancelRotation({ kind: 'rotation', phase: 'replacing' })).toBe(false)
    expect(mayCancelRotation({ kind: 'rotation', phase: 'writing' })).toBe(false)
  })
})

describe('the form for the own password', () => {
  const issues = (current: string, password: string, repeated = password) =>
    makeChangeForm(['王小雪', '晨禾'])
      .safeParse({ current, password, repeated })
      .error?.issues.map(({ path, message }) => `${path.join()}:${message}`)

  it('asks for the old one and the new one twice', () => {
    expect(issues('old', 'correct horse')).toBeUndefined()
    expect(issues('', 'correct horse')).toEqual(['current:required'])
    expect(issues('old', 'correct horse', 'x')).toEqual(['repeated:password-mismatch'])
  })

  it('refuses a new one with a name in it', () => {
    expect(issues('old', '王小雪 correct horse')).toEqual(['password:password-personal'])
  })
})

describe('the check of the recovery key', () => {
  it('leaves to the program whether the key is right', () => {
    expect(proveForm.safeParse({ recoveryKey: 'anything' }).success).toBe(true)
    expect(proveForm.safeParse({ recoveryKey: '  ' }).success).toBe(false)
  })
})
