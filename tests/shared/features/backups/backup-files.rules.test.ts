import fc from 'fast-check'
import {
  backupFileName,
  bookFolderName,
  firstPartName,
  keptFolderName,
  partFileName,
} from '@shared/features/backups/backup-files.rules'
import { bookName } from '@shared/features/vault/vault.schema'
import { describe, expect, it } from 'vitest'

const at = new Date(2026, 10, 22, 9, 3, 5).getTime()

describe('names of backups', () => {
  it('carry book and local time', () => {
    expect(backupFileName('晨禾示例商贸', at)).toBe('晨禾示例商贸-20261122-090305.kebubak')
    expect(backupFileName('A', at, 2)).toBe('A-20261122-090305-2.kebubak')
    expect(keptFolderName('晨禾示例商贸', at)).toBe('晨禾示例商贸 (kept 2026-11-22 0903).kebu')
  })

  it('are legal on FAT32 and short enough for every disk, whatever a book may be called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const parsed = bookName.safeParse(typed)
        fc.pre(parsed.success)
        const name = parsed.data ?? ''
        const names = [
          partFileName(`${backupFileName(name, at, 99)}.partial`, 99_999),
          keptFolderName(name, at, 99),
          bookFolderName(name),
        ]
        for (const one of names) {
          expect(one).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$/u)
          expect(one.length).toBeLessThanOrEqual(255)
        }
        expect(Buffer.byteLength(names[0] ?? '')).toBeLessThanOrEqual(255)
      }),
    )
  })

  it('of parts follow the name of the first one, and lead back to it', () => {
    expect(partFileName('a.kebubak', 1)).toBe('a.kebubak')
    expect(partFileName('a.kebubak', 2)).toBe('a.part2.kebubak')
    expect(partFileName('/usb/a.kebubak.old/b.kebubak.partial', 3)).toBe(
      '/usb/a.kebubak.old/b.part3.kebubak.partial',
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.boolean(), (part, isPartial) => {
        const name = `晨禾-20261122-090305.kebubak${isPartial ? '.partial' : ''}`
        expect(firstPartName(partFileName(name, part), part)).toBe(name)
      }),
    )
  })

  it('cut a long name at a whole character', () => {
    const name = '𠮷'.repeat(60)
    const file = backupFileName(name, at)
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255)
    expect(file.isWellFormed()).toBe(true)
    expect(file).toMatch(/^𠮷{45}-2026/u)
  })
})
