import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  maxFileName,
  shortenFileName,
  toSafeFileName,
} from '@shared/features/attachments/file-name.rules'

const cases: [given: string, safe: string][] = [
  ['合同 2024.pdf', '合同 2024.pdf'],
  ['..\\..\\x.exe', 'x.exe'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\示例\\照片.jpg', '照片.jpg'],
  ['c:autoexec.bat', 'autoexec.bat'],
  ['a.txt:hidden.exe', 'a.txt_hidden.exe'],
  ['folder/', 'folder'],
  ['', 'file'],
  ['..', 'file'],
  ['...\\..', 'file'],
  [' . ', 'file'],
  ['.htaccess', 'htaccess'],
  ['name. . .', 'name'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['COM1 .pdf', '_COM1 .pdf'],
  ['lpt².log', '_lpt².log'],
  ['contract.pdf', 'contract.pdf'],
  // Shown as 合同exe.pdf by whatever obeys the mark.
  ['合同\u202efdp.exe', '合同fdp.exe'],
  ['a\u0000b\u001b[31m\r\n.txt', 'ab[31m.txt'],
  ['zero\u200bwidth\ufeff.txt', 'zerowidth.txt'],
  ['<b>"|?*.txt', '_b_____.txt'],
  ['cafe\u0301.pdf', 'caf\u00e9.pdf'],
  ['lone\ud800.txt', 'lone\ufffd.txt'],
  ['一家人👨\u200d👩\u200d👧.png', '一家人👨\u200d👩\u200d👧.png'],
  ['a \t\u00a0 b.txt', 'a b.txt'],
]

describe('a file name that is safe on every system', () => {
  it.each(cases)('makes of %j the name %j', (given, safe) => {
    expect(toSafeFileName(given)).toBe(safe)
  })

  it('cuts the stem of a long name and keeps its extension', () => {
    const name = toSafeFileName(`${'长'.repeat(10_000)}.pdf`)
    expect([...name]).toHaveLength(maxFileName)
    expect(name.endsWith('长.pdf')).toBe(true)
  })

  it('cuts whole characters, never the halves of one', () => {
    expect(toSafeFileName(`${'𠮷'.repeat(300)}.txt`).isWellFormed()).toBe(true)
  })

  it('shortens by another measure too: 255 bytes is the most that most disks take', () => {
    const fits = (name: string) => Buffer.byteLength(name) <= 240
    const short = shortenFileName(`${'长'.repeat(190)}.pdf`, fits)
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(240)
    expect(short).toMatch(/^长+\.pdf$/)
  })

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      ...['/', '\\', ':', '..', '.', ' ', 'CON', 'nul', '.exe', '\u202e', '\u200d', '\u0301', 'C:'],
    ),
    fc.constantFrom('长'.repeat(199), 'a'.repeat(210), '\ud800', '👨\u200d👩'),
  )
  const names = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

  it('is never empty, no path, no device and no trap, whatever is given', () => {
    fc.assert(
      fc.property(names, (given) => {
        const name = toSafeFileName(given)
        expect(name).not.toBe('')
        expect(name).not.toMatch(/[/\\:*?"<>|]|^[\s.]|[\s.]$/u)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/iu)
        expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
        expect([...name].length).toBeLessThanOrEqual(maxFileName)
        expect(name.isWellFormed()).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('changes a safe name no more', () => {
    fc.assert(
      fc.property(names, (given) => {
        const once = toSafeFileName(given)
        expect(toSafeFileName(once)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })
})
