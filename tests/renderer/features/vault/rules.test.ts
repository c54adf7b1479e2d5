import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vaultProblems } from '@shared/features/vault/vault.schema'
import { ownerForm, pickGroups } from '@renderer/features/vault/first-start/draft'
import { offersOf } from '@renderer/features/vault/problem-offers'
import { recoveryForm } from '@renderer/features/vault/recovery-form'

describe('the groups to type back', () => {
  it('are three different ones of eight, ascending', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 3 }),
        (values) => {
          let next = 0
          const groups = pickGroups(() => values[next++] ?? 0)
          expect(groups).toHaveLength(3)
          expect(new Set(groups).size).toBe(3)
          expect(groups.every((group) => group >= 1 && group <= 8)).toBe(true)
          expect(groups).toEqual(groups.toSorted((a, b) => a - b))
        },
      ),
    )
  })

  it('can be any of them', () => {
    const seen = new Set(Array.from({ length: 200 }, () => pickGroups(Math.random)).flat())
    expect(seen.size).toBe(8)
  })
})

describe('a new password', () => {
  const owner = { ownerName: '陈立夏', password: 'correct horse', repeated: 'correct horse' }
  const messages = (value: unknown) =>
    ownerForm.safeParse(value).error?.issues.map(({ path, message }) => `${path.join()}:${message}`)

  it('has to be typed the same twice', () => {
    expect(messages(owner)).toBeUndefined()
    expect(messages({ ...owner, repeated: 'correct hose' })).toEqual(['repeated:password-mismatch'])
  })

  it('counts as the same from keyboards that compose letters differently', () => {
    expect(
      messages({ ...owner, password: 'café au lait', repeated: 'cafe\u0301 au lait' }),
    ).toBeUndefined()
  })

  it('is asked for with the recovery key too', () => {
    const result = recoveryForm.safeParse({ recoveryKey: ' ', password: 'short', repeated: '' })
    expect(result.error?.issues.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['required', 'password-short|10']),
    )
  })
})

describe('what a problem screen offers', () => {
  it.each(vaultProblems)('has a way on for %s, each offer once', (kind) => {
    const offers = offersOf({ kind, previousHeader: false })
    expect(offers).toContain('retry')
    expect(offers).toContain('openOther')
    expect(new Set(offers).size).toBe(offers.length)
    expect(offers).not.toContain('previousHeader')
  })

  it('puts the kept header first when there is one', () => {
    expect(offersOf({ kind: 'header-damaged', previousHeader: true })[0]).toBe('previousHeader')
  })

  it('leads to a backup when the data is damaged and to trying again when the drive is missing', () => {
    expect(offersOf({ kind: 'database-damaged', previousHeader: false })[0]).toBe('restore')
    expect(offersOf({ kind: 'folder-missing', previousHeader: false })[0]).toBe('retry')
    expect(offersOf({ kind: 'in-use', previousHeader: false })).not.toContain('restore')
  })
})
