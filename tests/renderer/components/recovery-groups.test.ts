import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/core/errors'
import { listWrongGroups, pickGroups } from '@renderer/components/recovery-groups'
import { findKeyMessage } from '@renderer/components/recovery-key-form'

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

  it('are marked where the program says that they differ', () => {
    const error = new AppError('vault.recovery-confirm-mismatch', 'x', { groups: ['2', '7'] })
    expect(listWrongGroups(error)).toEqual([2, 7])
    expect(listWrongGroups(new AppError('core.unexpected'))).toEqual([])
    expect(listWrongGroups(null)).toEqual([])
  })
})

describe('an error about a typed recovery key', () => {
  it('stands under the field, any other does not', () => {
    expect(findKeyMessage('vault.recovery-key-typo')).toBe('recovery-typo')
    expect(findKeyMessage('vault.wrong-recovery-key')).toBe('recovery-foreign')
    expect(findKeyMessage('core.disk-full')).toBeNull()
  })
})
