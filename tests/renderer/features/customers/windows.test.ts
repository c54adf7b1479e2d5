import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layRows, windowSize, windowsFor } from '@renderer/features/customers/list/windows'
import { listRow } from './list-row'

describe('windows of the list', () => {
  it('are the first alone while the length is unknown', () => {
    expect(windowsFor(0, 20, null)).toEqual([0])
  })

  it('are the visible one and a neighbour on each side', () => {
    expect(windowsFor(450, 470, 5000)).toEqual([1, 2, 3])
  })

  it('never reach past the end of the list', () => {
    expect(windowsFor(980, 999, 1000)).toEqual([3, 4])
    expect(windowsFor(0, 0, 0)).toEqual([0])
  })

  it('always hold every visible row', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat({ max: 99_999 }),
        fc.nat({ max: 60 }),
        (total, from, span) => {
          const first = Math.min(from, total - 1)
          const last = Math.min(first + span, total - 1)
          const windows = windowsFor(first, last, total)
          for (let row = first; row <= last; row += 1)
            expect(windows).toContain(Math.floor(row / windowSize))
        },
      ),
    )
  })

  it('are laid out over the whole length, with places for rows that are not read', () => {
    const second = [listRow(7), listRow(8)]
    const rows = layRows(windowSize + 2, new Map([[1, second]]))
    expect(rows).toHaveLength(windowSize + 2)
    expect(rows[0]).toEqual({ index: 0, customer: null })
    expect(rows[windowSize + 1]).toEqual({ index: windowSize + 1, customer: second[1] })
  })
})
