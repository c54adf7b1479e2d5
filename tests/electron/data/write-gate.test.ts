import { describe, expect, it, onTestFinished } from 'vitest'
import { createWriteGate } from '../../../electron/data/write-gate'
import { customerFieldsOf } from '../../factories/customers'
import { createTestBook } from '../../factories/test-book'

/** A book on a disk that SQLite finds full from here on. */
function fullBook() {
  const book = createTestBook()
  onTestFinished(() => book.dispose())
  const { raw } = book.book
  let names = 0
  const count = () => Number(raw.prepare('SELECT count(*) FROM customer').pluck().get())
  const grow = () => {
    const name = `虚构 ${(names += 1)}`.padEnd(60, '例')
    return book.run('customers.create', customerFieldsOf({ name }))
  }
  const fill = () =>
    raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`)
  const makeRoom = () => raw.pragma('max_page_count = 1000000')
  return { book, grow, count, fill, makeRoom }
}

/** Writes until the disk is full; answers how many rows went in. */
function writeUntilFull(write: () => void): number {
  for (let done = 0; done < 500; done += 1)
    try {
      write()
    } catch {
      return done
    }
  throw new Error('never full')
}

describe('the write gate', () => {
  it('lets writes pass, and others than a full disk do not shut it', () => {
    const gate = createWriteGate(null)
    expect(gate.pass(() => 7)).toBe(7)
    expect(() =>
      gate.pass(() => {
        throw Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' })
      }),
    ).toThrow('busy')
    expect(gate.pass(() => 8)).toBe(8)
  })

  it('shuts when SQLite finds the disk full, keeps what was acknowledged, and begins nothing more', () => {
    const { grow, count, fill, makeRoom } = fullBook()
    fill()
    const gate = createWriteGate(null)
    const written = writeUntilFull(() => gate.pass(grow))
    expect(count()).toBe(written)
    makeRoom()
    let begun = false
    expect(() => gate.pass(() => (begun = true))).toThrow(
      expect.objectContaining({ code: 'core.disk-full' }) as Error,
    )
    expect(begun).toBe(false)
  })

  it('opens again after a first write that goes well', () => {
    const { book, grow, count, fill, makeRoom } = fullBook()
    fill()
    const gate = createWriteGate(null)
    const written = writeUntilFull(() => gate.pass(grow))
    makeRoom()
    gate.reopen(book.book)
    gate.pass(grow)
    expect(count()).toBe(written + 1)
  })

  it('stays shut for a book that is opened only to look', () => {
    const { book } = fullBook()
    const gate = createWriteGate('by-choice')
    gate.reopen(book.book)
    expect(() => gate.pass(() => 1)).toThrow(
      expect.objectContaining({ code: 'core.read-only' }) as Error,
    )
  })
})
