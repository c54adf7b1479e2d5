import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { waitAfterMisses } from '@shared/features/vault/unlock-wait.rules'
import { createUnlockGuard } from '../../../electron/services/unlock-guard'
import { tempFolder } from '../../support/temp-folder'

const vault = '018f3c2a-0000-7000-8000-00000000000a'
const user = '018f3c2a-0000-7000-8000-00000000000c'

/** A guard on a file, with two clocks in hand; `restart` is the next start of the program, `reboot` of the computer. */
function guarded() {
  const path = join(tempFolder(), 'unlock-guard.json')
  const time = { wall: 1_790_000_000_000, up: 3_600_000 }
  const start = () => createUnlockGuard({ path, now: () => time.wall, uptime: () => time.up })
  let guard = start()
  return {
    path,
    time,
    pass(ms: number) {
      time.wall += ms
      time.up += ms
    },
    restart() {
      guard = start()
    },
    reboot() {
      time.up = 0
      guard = start()
    },
    miss: (times = 1) => Array.from({ length: times }, () => guard.miss(vault, user)).at(-1),
    hit: () => guard.hit(vault),
    left(id = vault): number {
      try {
        guard.check(id)
        return 0
      } catch (error) {
        expect(error).toMatchObject({ code: 'vault.too-many-tries' })
        return (error as { details: { seconds: number } }).details.seconds
      }
    },
  }
}

describe('the wait after wrong passwords', () => {
  it('begins with the fifth, doubles, and ends at 15 minutes', () => {
    expect([1, 4, 5, 6, 7, 12, 13, 1000].map(waitAfterMisses)).toEqual([
      0, 0, 5, 10, 20, 640, 900, 900,
    ])
  })

  it('holds every try back until it is over, and forgets all after the right password', () => {
    const book = guarded()
    expect(book.miss(5)).toBe(5)
    expect(book.left()).toBe(5)
    book.pass(4000)
    expect(book.left()).toBe(1)
    book.pass(1000)
    expect(book.left()).toBe(0)
    expect(book.miss()).toBe(10)
    book.hit()
    expect(book.left()).toBe(0)
    expect(book.miss(4)).toBe(0)
  })

  it('goes on after a restart', () => {
    const book = guarded()
    book.miss(8)
    book.pass(10_000)
    book.restart()
    expect(book.left()).toBe(30)
  })

  it('starts anew when the clock is set back, and is not shortened by setting it forth', () => {
    const book = guarded()
    book.miss(8)
    book.time.wall += 365 * 86_400_000
    expect(book.left()).toBe(40)
    book.time.wall -= 2 * 365 * 86_400_000
    book.restart()
    expect(book.left()).toBe(40)
  })

  it('is kept for each vault alone, and a damaged file means none', () => {
    const book = guarded()
    book.miss(9)
    expect(book.left('018f3c2a-0000-7000-8000-00000000000b')).toBe(0)
    writeFileSync(book.path, '{"x":')
    book.restart()
    expect(book.left()).toBe(0)
  })

  it('is not shortened by setting the clock forth and starting program or computer anew', () => {
    const book = guarded()
    book.miss(8)
    book.time.wall += 365 * 86_400_000
    book.restart()
    expect(book.left()).toBe(40)
    book.reboot()
    expect(book.left()).toBe(40)
    book.pass(15_000)
    expect(book.left()).toBe(25)
  })

  it('lets 1,000 wrong tries through at its own pace only, whatever happens in between', () => {
    const book = guarded()
    const began = book.time.up
    for (let round = 0; round < 1000; round++) {
      if (round % 7 === 0) book.restart()
      if (round % 11 === 0) book.time.wall += 86_400_000
      if (round % 13 === 0) book.time.wall -= 40 * 86_400_000
      for (let left = book.left(); left > 0; left = book.left()) book.pass(left * 1000)
      book.miss()
    }
    const slept = book.time.up - began
    const fair = Array.from({ length: 999 }, (_, index) => waitAfterMisses(index + 1))
    expect(slept).toBeGreaterThanOrEqual(fair.reduce((sum, wait) => sum + wait, 0) * 1000)
    expect(book.left()).toBe(900)
  })

  it('tells after the right password whose password was tried, and when', () => {
    const book = guarded()
    book.miss(2)
    book.pass(1000)
    book.miss()
    book.restart()
    const at = 1_790_000_000_000
    expect(book.hit()).toEqual([
      { at, userUid: user },
      { at, userUid: user },
      { at: at + 1000, userUid: user },
    ])
    expect(book.hit()).toEqual([])
  })
})
