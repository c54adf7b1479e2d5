import { describe, expect, it } from 'vitest'
import { listCompleteChains } from '@shared/features/backups/backup-files.rules'
import { isChainTooLong } from '@shared/features/backups/backup-state.rules'

const placed = (uid: string, parentUid: string | null, folder = '/usb') => ({
  ...{ uid, parentUid, folder, fileName: `${uid}.kebubak` },
})
const chain = [placed('c', 'b'), placed('b', 'a'), placed('a', null)]
const onDisk = (...uids: string[]) => new Map([['/usb', new Set(uids.map((u) => `${u}.kebubak`))]])

describe('a chain is called complete', () => {
  it('as far as every file below is there', () => {
    expect([...listCompleteChains(chain, onDisk('a', 'b', 'c'))]).toEqual(['c', 'b', 'a'])
    expect([...listCompleteChains(chain, onDisk('a', 'c'))]).toEqual(['a'])
    expect([...listCompleteChains(chain, onDisk('b', 'c'))]).toEqual([])
    expect([...listCompleteChains(chain, new Map())]).toEqual([])
  })

  it('in one folder only, with known parents, and never in a circle', () => {
    const apart = [placed('b', 'a'), placed('a', null, '/other')]
    const folders = new Map([...onDisk('b'), ['/other', new Set(['a.kebubak'])]])
    expect([...listCompleteChains(apart, folders)]).toEqual(['a'])
    expect([...listCompleteChains([placed('b', 'a')], onDisk('a', 'b'))]).toEqual([])
    const circle = [placed('a', 'b'), placed('b', 'a')]
    expect([...listCompleteChains(circle, onDisk('a', 'b'))]).toEqual([])
  })
})

describe('the next backup is full', () => {
  it('when the chain has as many files as it may have', () => {
    expect(isChainTooLong([1000, ...Array<number>(28).fill(1)], 30)).toBe(false)
    expect(isChainTooLong([1000, ...Array<number>(29).fill(1)], 30)).toBe(true)
  })

  it('when the links weigh more than half of the full one', () => {
    expect(isChainTooLong([1000, 500], 30)).toBe(false)
    expect(isChainTooLong([1000, 500, 1], 30)).toBe(true)
    expect(isChainTooLong([1000], 30)).toBe(false)
  })
})
