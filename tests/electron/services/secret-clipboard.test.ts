import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSecretClipboard } from '../../../electron/services/secret-clipboard'

/** A clipboard that others may write to as well. */
function clipboardWith(start = '') {
  let held = start
  const secrets = createSecretClipboard({
    readText: () => held,
    writeText: (text) => {
      held = text
    },
    clear: () => {
      held = ''
    },
  })
  return { secrets, held: () => held, copyElsewhere: (text: string) => (held = text) }
}

describe('secrets on the clipboard', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('leave it after their time, and not before', async () => {
    const { secrets, held } = clipboardWith()
    await secrets.copy('138 0013 8000', 30_000)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(held()).toBe('138 0013 8000')
    await vi.advanceTimersByTimeAsync(1)
    expect(held()).toBe('')
  })

  it('are not taken for something that was copied since', async () => {
    const { secrets, held, copyElsewhere } = clipboardWith()
    await secrets.copy('138 0013 8000', 30_000)
    copyElsewhere('a shopping list')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(held()).toBe('a shopping list')
    await secrets.clearOwn()
    expect(held()).toBe('a shopping list')
  })

  it('leave it at once when the book locks, and are then forgotten', async () => {
    const { secrets, held, copyElsewhere } = clipboardWith()
    await secrets.copy('138 0013 8000', 30_000)
    await secrets.clearOwn()
    expect(held()).toBe('')
    copyElsewhere('138 0013 8000')
    await vi.advanceTimersByTimeAsync(60_000)
    await secrets.clearOwn()
    expect(held()).toBe('138 0013 8000')
  })

  it('start their time anew with the next copy', async () => {
    const { secrets, held } = clipboardWith()
    await secrets.copy('one', 30_000)
    await vi.advanceTimersByTimeAsync(20_000)
    await secrets.copy('two', 60_000)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(held()).toBe('two')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(held()).toBe('')
  })

  it('never touch what was there before', async () => {
    const { secrets, held } = clipboardWith('a note')
    await secrets.clearOwn()
    expect(held()).toBe('a note')
  })
})
