import { describe, expect, it } from 'vitest'
import { listCompleteChains } from '@shared/features/backups/backup-files.rules'
import {
  estimateNextBackupBytes,
  isChainTooLong,
  nextBackupKind,
} from '@shared/features/backups/backup-state.rules'

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

describe('the kind of the next backup', () => {
  const links = (count: number, bytes = 1) => Array<number>(count).fill(bytes)

  it('is full at first, then incremental, and differential from the eighth link on', () => {
    expect(nextBackupKind([])).toBe('full')
    expect(nextBackupKind([1000])).toBe('incremental')
    expect(nextBackupKind([1000, ...links(6)])).toBe('incremental')
    expect(nextBackupKind([1000, ...links(7)])).toBe('differential')
    // It stands on the full one, so the count begins anew.
    expect(nextBackupKind([1000, 7])).toBe('incremental')
  })

  it('is full when the links weigh more than half of the full one, however many they are', () => {
    expect(nextBackupKind([1000, 501])).toBe('full')
    expect(nextBackupKind([1000, ...links(8, 63)])).toBe('full')
    expect(nextBackupKind([1000, ...links(8, 62)])).toBe('differential')
  })

  it('keeps a year of daily backups within nine files for a restore', () => {
    let chain: number[] = []
    let longest = 0
    const kinds = new Set<string>()
    for (let day = 0; day < 365; day++) {
      const kind = nextBackupKind(chain)
      kinds.add(kind)
      const changed = chain.slice(1).reduce((sum, bytes) => sum + bytes, 0)
      if (kind === 'full') chain = [1000]
      else if (kind === 'differential') chain = [1000, changed]
      else chain = [...chain, 4]
      longest = Math.max(longest, chain.length)
    }
    expect(longest).toBe(8)
    expect(kinds.size).toBe(3)
  })
})

describe('the estimate for the next backup', () => {
  const full = 100_000_000

  it('is that of a full one where a full one will be made', () => {
    expect(estimateNextBackupBytes(full, [])).toBe(full)
    expect(estimateNextBackupBytes(full, [full, full])).toBe(full)
  })

  it('goes by the links of the chain, and never beyond a full one', () => {
    const first = estimateNextBackupBytes(full, [full])
    const after = estimateNextBackupBytes(full, [full, 9_000_000, 1_000_000])
    expect(first).toBeGreaterThan(full / 20)
    expect(first).toBeLessThan(full / 10)
    expect(after).toBeGreaterThan(18_000_000)
    expect(after).toBeLessThan(20_000_000)
    const seven = Array<number>(7).fill(3_000_000)
    expect(estimateNextBackupBytes(full, [full, ...seven])).toBeGreaterThan(21_000_000)
    expect(estimateNextBackupBytes(20_000, [20_000, 10_000])).toBe(20_000)
  })
})
