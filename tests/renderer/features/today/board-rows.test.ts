import { describe, expect, test } from 'vitest'
import type { TodayItem } from '@shared/features/today/today.schema'
import { boardRows, rowsInView, rowTops } from '@renderer/features/today/board-rows'

const item = (id: number, at: number | null, kind: TodayItem['kind'] = 'step'): TodayItem => ({
  ...{ kind, id, at, allDay: false, isWaiting: false, title: null, type: null, priority: null },
  ...{ isRecurring: false, customer: null, lastContact: null, person: null },
  ...{ mayChange: true, doneAt: null },
})
const loaded = (group: 'overdue' | 'today', items: TodayItem[], hasMore = false) => ({
  group,
  items,
  hasMore,
})
const none = { lingering: [], done: null }
const keys = (rows: ReturnType<typeof boardRows>) => rows.map(({ key }) => key)

describe('the rows of the board', () => {
  test('stand under the heads of the groups that hold some', () => {
    const rows = boardRows(
      [loaded('overdue', []), loaded('today', [item(1, 5), item(2, 9)], true)],
      none,
    )
    expect(keys(rows)).toEqual(['head:today', 'step:1', 'step:2', 'more:today'])
  })

  test('keep what was just done in its place, until it folds or comes back', () => {
    const lingering = [{ item: item(2, 7), group: 'today' as const }]
    const rows = boardRows([loaded('today', [item(1, 5), item(3, 9)])], { lingering, done: null })
    expect(keys(rows)).toEqual(['head:today', 'step:1', 'step:2', 'step:3'])
    expect(rows.map((row) => row.kind === 'item' && row.isDone)).toEqual([
      false,
      false,
      true,
      false,
    ])
    const back = boardRows([loaded('today', [item(1, 5), item(2, 7)])], { lingering, done: null })
    expect(back.map((row) => row.kind === 'item' && row.isDone)).toEqual([false, false, false])
  })

  test('of what was done today stand behind the open ones, each once', () => {
    const lingering = [{ item: item(2, 7), group: 'today' as const }]
    const rows = boardRows([loaded('today', [item(1, 5)])], {
      lingering,
      done: [item(2, 7), item(4, 1)],
    })
    expect(keys(rows)).toEqual(['head:today', 'step:1', 'step:2', 'step:4'])
  })

  test('a group stays while its last row is struck through', () => {
    const lingering = [{ item: item(1, 5), group: 'overdue' as const }]
    expect(keys(boardRows([loaded('overdue', [])], { lingering, done: null }))).toEqual([
      'head:overdue',
      'step:1',
    ])
  })
})

describe('the view', () => {
  const rows = boardRows(
    [
      loaded(
        'overdue',
        Array.from({ length: 5000 }, (_, id) => item(id + 1, id)),
      ),
    ],
    none,
  )

  test('draws a few rows of thousands, wherever it stands', () => {
    const tops = rowTops(rows, null)
    for (const top of [0, 1000, 150_000, tops.at(-1) ?? 0]) {
      const [first, last] = rowsInView(tops, top, 700)
      expect(last - first).toBeLessThan(40)
      expect(tops[first] ?? 0).toBeLessThanOrEqual(top)
    }
  })

  test('makes room for the question under a row', () => {
    const [closed, open] = [rowTops(rows, null), rowTops(rows, 'step:2')]
    expect(open[2]).toBe(closed[2])
    expect(open[3]).toBeGreaterThan(closed[3] ?? 0)
  })

  test('of an empty board draws nothing', () => {
    expect(rowsInView(rowTops([], null), 0, 700)).toEqual([0, -1])
  })
})
