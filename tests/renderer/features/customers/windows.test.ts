import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeAt, rowsOf, windowSize, windowsFor } from '@renderer/features/customers/list/windows'
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

  it('give every place of the list, null where it is not read', () => {
    const second = [listRow(7), listRow(8)]
    const rows = rowsOf(windowSize + 2, new Map([[1, second]]))
    expect(rows.total).toBe(windowSize + 2)
    expect(rows.at(0)).toEqual({ index: 0, customer: null })
    expect(rows.at(windowSize + 1)).toEqual({ index: windowSize + 1, customer: second[1] })
    expect(rows.at(-1).customer).toBeNull()
  })
})

describe('rows to draw', () => {
  it('are those on the screen and the spare ones beyond its edges', () => {
    expect(rangeAt(4000, 400, 40, 5000, 10)).toEqual({ first: 90, last: 120 })
  })

  it('stay inside the list at its ends', () => {
    expect(rangeAt(0, 400, 40, 5000, 10)).toEqual({ first: 0, last: 20 })
    expect(rangeAt(1_000_000, 400, 40, 30, 10)).toEqual({ first: 19, last: 29 })
  })

  it('always cover the view while there are rows for it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3_999_600 }), fc.constantFrom(32, 40), (top, rowHeight) => {
        const total = 125_000
        const { first, last } = rangeAt(top, 400, rowHeight, total, 0)
        expect(first * rowHeight).toBeLessThanOrEqual(top)
        expect((last + 1) * rowHeight).toBeGreaterThanOrEqual(
          Math.min(top + 400, total * rowHeight),
        )
      }),
    )
  })
})
