import { describe, expect, it } from 'vitest'
import { vaultProblems } from '@shared/features/vault/vault.schema'
import { makePairForm } from '@renderer/components/new-password-form'
import { makeOwnerForm } from '@renderer/features/vault/first-start/draft'
import { offersOf } from '@renderer/features/vault/problem-offers'
import { makeRecoveryForm } from '@renderer/features/vault/recovery-form'

describe('a new password', () => {
  const owner = { ownerName: '陈立夏', password: 'correct horse', repeated: 'correct horse' }
  const messages = (value: unknown) =>
    makeOwnerForm('晨禾示例商贸')
      .safeParse(value)
      .error?.issues.map(({ path, message }) => `${path.join()}:${message}`)

  it('has to be typed the same twice', () => {
    expect(messages(owner)).toBeUndefined()
    expect(messages({ ...owner, repeated: 'correct hose' })).toEqual(['repeated:password-mismatch'])
  })

  it('counts as the same from keyboards that compose letters differently', () => {
    expect(
      messages({ ...owner, password: 'café au lait', repeated: 'cafe\u0301 au lait' }),
    ).toBeUndefined()
  })

  it.each(['陈立夏 correct horse', '晨禾示例商贸 battery'])(
    'may not hold the name of the person or the business: %s',
    (password) => {
      expect(messages({ ...owner, password, repeated: password })).toEqual([
        'password:password-personal',
      ])
    },
  )

  it('in place of one that the owner gave follows the same rules', () => {
    const form = makePairForm(['王小雪'])
    const issues = (password: string, repeated = password) =>
      form.safeParse({ password, repeated }).error?.issues.map(({ message }) => message)
    expect(issues('correct horse')).toBeUndefined()
    expect(issues('王小雪 likes horses')).toEqual(['password-personal'])
    expect(issues('correct horse', 'correct')).toEqual(['password-mismatch'])
    expect(issues('short')).toContain('password-short|10')
  })

  it('is asked for with the recovery key too', () => {
    const result = makeRecoveryForm([]).safeParse({
      recoveryKey: ' ',
      password: 'short',
      repeated: '',
    })
    expect(result.error?.issues.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['required', 'password-short|10']),
    )
  })
})

describe('what a problem screen offers', () => {
  it.each(vaultProblems)('has a way on for %s, each offer once', (kind) => {
    const offers = offersOf({ kind })
    expect(offers).toContain('retry')
    expect(new Set(offers).size).toBe(offers.length)
  })

  it('leads to a backup when the data is damaged and to trying again when the drive is missing', () => {
    expect(offersOf({ kind: 'database-damaged' })[0]).toBe('restore')
    expect(offersOf({ kind: 'folder-missing' })[0]).toBe('retry')
    expect(offersOf({ kind: 'in-use' })).not.toContain('restore')
  })

  it('salvages only what is damaged, and looks inside wherever the database is there but no write goes', () => {
    const kinds = vaultProblems.filter((kind) => offersOf({ kind }).includes('salvage'))
    expect(kinds).toEqual(['database-damaged'])
    const looking = vaultProblems.filter((kind) => offersOf({ kind }).includes('lookInside'))
    expect(looking).toEqual(['database-damaged', 'read-only', 'disk-full'])
  })

  it('takes the key file alone out of a backup before the data is restored', () => {
    for (const kind of ['header-damaged', 'header-missing', 'header-foreign'] as const) {
      const offers = offersOf({ kind })
      expect(offers.indexOf('backupHeader')).toBeGreaterThanOrEqual(0)
      expect(offers.indexOf('backupHeader')).toBeLessThan(offers.indexOf('restore'))
    }
  })

  it('leads to the recovery key alone when an older key file was put back', () => {
    expect(offersOf({ kind: 'header-rolled-back' })[0]).toBe('recovery')
    expect(offersOf({ kind: 'header-rolled-back' })).not.toContain('backupHeader')
    const elsewhere = vaultProblems.filter((kind) => kind !== 'header-rolled-back')
    for (const kind of elsewhere) expect(offersOf({ kind })).not.toContain('recovery')
  })
})
