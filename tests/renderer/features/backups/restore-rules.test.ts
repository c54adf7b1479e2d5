import { describe, expect, it } from 'vitest'
import type { ListedBackup } from '@shared/features/backups/restore.schema'
import { compareRows } from '@renderer/features/backups/compare-rows'
import { groupByBook } from '@renderer/features/backups/restore-groups'

const backup = (vaultId: string, bookName: string, createdAt: number): ListedBackup => ({
  ...{ token: `${createdAt}`, fileName: 'a.kebubak', folder: '/usb', bytes: 1, provenAt: null },
  facts: {
    ...{ uid: `${createdAt}`, vaultId, bookName, createdAt },
    ...{ kind: 'full', customers: 0, missing: [] },
  },
})

describe('the backups of a place, by book', () => {
  const backups = [
    backup('theirs', '云杉示例纸业', 5),
    backup('ours', '新名字', 4),
    backup('theirs', '云杉示例纸业', 3),
    backup('ours', '旧名字', 2),
  ]

  it('put the book of this computer first, each under its last name and newest first', () => {
    const groups = groupByBook(backups, 'ours')
    expect(groups.map(({ bookName }) => bookName)).toEqual(['新名字', '云杉示例纸业'])
    expect(groups[0]?.backups.map(({ facts }) => facts.createdAt)).toEqual([4, 2])
  })

  it('begin with the newest where no book is known', () => {
    expect(groupByBook(backups, null).map(({ vaultId }) => vaultId)).toEqual(['theirs', 'ours'])
  })
})

describe('the rows of a backup beside those of the open book', () => {
  it('leave out what neither has, and always name the customers', () => {
    expect(compareRows({ customer: 0, tag: 2 }, { customer: 0, follow_up: 3 })).toEqual([
      { table: 'customer', before: 0, after: 0 },
      { table: 'follow_up', before: 3, after: 0 },
      { table: 'tag', before: 0, after: 2 },
    ])
  })

  it('stand alone while no book is open', () => {
    expect(compareRows({ customer: 7, audit_event: 99 }, null)).toEqual([
      { table: 'customer', before: null, after: 7 },
    ])
  })
})
