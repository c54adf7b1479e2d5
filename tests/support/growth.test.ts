import { expect, test } from 'vitest'
import { growth, quadratic } from './growth'

const touch = (times: number) => {
  let sum = 0
  for (let at = 0; at < times; at++) sum += Math.sqrt(at)
  return sum
}

test('work that grows with the square of its input is told from work that grows with it', () => {
  expect(growth((pieces) => touch(2000 * pieces), 2000)).toBeLessThan(quadratic)
  expect(growth((pieces) => touch(pieces * pieces), 3000)).toBeGreaterThan(quadratic)
})
