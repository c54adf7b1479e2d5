import { describe, expect, it } from 'vitest'
import {
  countLost,
  damagedFolderName,
  isWhole,
  sumByKind,
} from '@shared/features/vault/salvage.rules'

const table = (name: string, saved: number, lost = 0, holes = 0) => ({
  ...{ table: name, saved, lost, holes },
  standIns: 0,
})
const at = new Date(2026, 10, 22, 9, 30).getTime()

describe('what a salvage says', () => {
  it('sums tables into the kinds that a person knows, and leaves out those of which there is nothing', () => {
    const tables = [table('customer', 5, 2, 1), table('change', 7), table('command', 3, 1)]
    const lines = sumByKind({ tables: [...tables, table('draft', 0)] })
    expect(lines.map(({ kind, saved, lost }) => [kind, saved, lost])).toEqual([
      ['customers', 5, 2],
      ['history', 10, 1],
    ])
    expect(countLost({ tables })).toBe(3)
  })

  it('calls it whole only when nothing is known to be missing, not even a gap of unknown size', () => {
    const report = { damagedFolder: 'x', auditHasGaps: false, unreadablePages: 0 }
    expect(isWhole({ ...report, tables: [table('customer', 5)] })).toBe(true)
    expect(isWhole({ ...report, tables: [table('customer', 5, 0, 1)] })).toBe(false)
    expect(isWhole({ ...report, tables: [], unreadablePages: 1 })).toBe(false)
  })
})

describe('the folder of the damaged files', () => {
  it('is dated, beside the book, and numbered from the second of a minute on', () => {
    expect(damagedFolderName('晨禾商贸.kebu', at)).toBe('晨禾商贸 (damaged 2026-11-22 0930).kebu')
    expect(damagedFolderName('晨禾商贸.kebu', at, 2)).toBe(
      '晨禾商贸 (damaged 2026-11-22 0930 2).kebu',
    )
  })

  it('stays within what a file system takes as a name', () => {
    const name = damagedFolderName(`${'簿'.repeat(80)}.kebu`, at, 12)
    expect(Buffer.byteLength(name)).toBeLessThan(255)
  })
})
