import { expect, it } from 'vitest'
import { createInputFilter } from '../../../electron/services/auto-lock-input'

it('takes keys, buttons, the wheel, fingers and a moved mouse for a person', () => {
  const isInput = createInputFilter()
  const types = ['rawKeyDown', 'char', 'mouseDown', 'mouseUp', 'mouseWheel', 'touchStart']
  expect(types.map((type) => isInput({ type }))).toEqual(types.map(() => true))
  expect(isInput({ type: 'mouseMove', x: 10, y: 20 })).toBe(true)
  expect(isInput({ type: 'mouseMove', x: 11, y: 20 })).toBe(true)
})

it('takes a mouse that stays where it is, and windows that move, for nobody', () => {
  const isInput = createInputFilter()
  isInput({ type: 'mouseMove', x: 10, y: 20 })
  expect(isInput({ type: 'mouseMove', x: 10, y: 20 })).toBe(false)
  const types = ['mouseEnter', 'mouseLeave', 'pointerRawUpdate', 'undefined']
  expect(types.map((type) => isInput({ type }))).toEqual(types.map(() => false))
})
