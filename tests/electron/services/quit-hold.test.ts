import { describe, expect, it } from 'vitest'
import { createQuitHold } from '../../../electron/services/quit-hold'

function start(open: boolean) {
  const world = { open, asked: 0, quits: 0, finish: () => undefined as void }
  const hold = createQuitHold({
    isOpen: () => world.open,
    leave: () => {
      world.asked++
      return new Promise<void>((resolve) => (world.finish = resolve))
    },
    settled: () => Promise.resolve(),
    quit: () => world.quits++,
  })
  /** Answers whether the program was kept from ending. */
  const quit = () => {
    let held = false
    hold({ preventDefault: () => (held = true) })
    return held
  }
  return { world, quit }
}
const later = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the end of the program', () => {
  it('is not held while no book is open', () => {
    const { world, quit } = start(false)
    expect(quit()).toBe(false)
    expect(world.asked).toBe(0)
  })

  it('waits for the last backup, then ends by itself and is not held again', async () => {
    const { world, quit } = start(true)
    expect(quit()).toBe(true)
    expect(world.quits).toBe(0)
    world.finish()
    await later()
    expect(world.quits).toBe(1)
    expect(quit()).toBe(false)
  })

  it('asked for a second time ends the wait', () => {
    const { world, quit } = start(true)
    quit()
    expect(quit()).toBe(true)
    expect(world.asked).toBe(2)
  })
})
