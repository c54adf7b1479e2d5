import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookFolderName, keptFolderName } from '@shared/features/backups/backup-files.rules'
import { readKeptName } from '@shared/features/backups/kept-books.rules'
import { bookName } from '@shared/features/vault/vault.schema'

describe('the name of a kept book', () => {
  test('says again whose place it had and when it was put aside', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 99 }), (text, attempt) => {
        const parsed = bookName.safeParse(text)
        fc.pre(parsed.success)
        const name = parsed.data ?? ''
        const at = new Date(2026, 10, 22, 9, 30).getTime()
        expect(readKeptName(keptFolderName(name, at, attempt))).toEqual({
          folderName: bookFolderName(name),
          keptAt: at,
        })
      }),
    )
  })

  test.each([
    '示例.kebu',
    '示例 (kept 2026-11-22 0930)',
    '示例 (damaged 2026-11-22 0930).kebu',
    '示例 (kept 2026-13-22 0930).kebu',
    '示例 (kept 2026-02-30 0930).kebu',
    '示例 (kept 2026-11-22 2430).kebu',
    ' (kept 2026-11-22).kebu',
  ])('is not %s', (name) => expect(readKeptName(name)).toBeNull())
})
