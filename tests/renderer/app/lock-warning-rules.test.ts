import { expect, it } from 'vitest'
import { isActivity, secondsUntil } from '@renderer/app/lock-warning-rules'

it('counts whole seconds down to nothing', () => {
  expect([0, 1, 29_999, 30_000, 31_000].map((now) => secondsUntil(30_000, now))).toEqual([
    30, 30, 1, 0, 0,
  ])
})

it('takes keys, clicks and a moved pointer for a person, and a page that moved under it not', () => {
  for (const type of ['keydown', 'pointerdown', 'wheel', 'touchstart'])
    expect(isActivity({ type })).toBe(true)
  expect(isActivity({ type: 'pointermove', movementX: 0, movementY: -1 })).toBe(true)
  expect(isActivity({ type: 'pointermove', movementX: 0, movementY: 0 })).toBe(false)
})
