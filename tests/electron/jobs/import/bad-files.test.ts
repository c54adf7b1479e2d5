import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readImport } from '../../../../electron/jobs/import/import-job'
import { importBytes, rowsOf } from './import-text'

const zip = [0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0]

describe('a file that is no table', () => {
  it.each([
    ['an empty file', '', 'imports.empty-file', {}],
    ['blank lines', '\n \n,,,\n', 'imports.empty-file', {}],
    ['a header alone', '姓名,电话\n', 'imports.empty-file', {}],
    [
      'a workbook',
      Buffer.from([...zip, ...Buffer.from('xl/workbook.xml')]),
      'imports.not-text',
      { kind: 'excel' },
    ],
    [
      'an old workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'imports.not-text',
      { kind: 'excel' },
    ],
    [
      'an archive',
      Buffer.from([...zip, ...Buffer.from('photo.jpg')]),
      'imports.not-text',
      { kind: 'archive' },
    ],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'imports.not-text',
      { kind: 'picture' },
    ],
    [
      'noise',
      Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) % 256)),
      'imports.not-text',
      {},
    ],
  ])('%s is refused by name', async (_name, bytes, code, details) => {
    await expect(importBytes(bytes)).rejects.toMatchObject({ code, details })
  })

  it('that is not there is refused by name', async () => {
    const reading = readImport({ path: join(tmpdir(), 'kebu-no-such-file.csv'), encoding: null })
    await expect(reading).rejects.toMatchObject({ code: 'core.file-not-readable' })
  })

  it('that is a folder is refused by name', async () => {
    const reading = readImport({ path: tmpdir(), encoding: null })
    await expect(reading).rejects.toMatchObject({ code: 'core.file-not-readable' })
  })
})

describe('a table that is too much', () => {
  it('a line of 100 MB ends with its number, in bounded memory', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kebu-import-'))
    const path = join(folder, 'long.csv')
    const file = openSync(path, 'w')
    writeSync(file, '姓名,备注\n')
    const piece = Buffer.alloc(1024 * 1024, 'x')
    for (let count = 0; count < 100; count += 1) writeSync(file, piece)
    closeSync(file)
    const before = process.memoryUsage().heapUsed
    try {
      const reading = readImport({ path, encoding: null })
      await expect(reading).rejects.toMatchObject({
        code: 'imports.line-too-long',
        details: { row: 2 },
      })
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1024 * 1024)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }, 60_000)

  it('200 columns go in, and what has no field stands in the notes', async () => {
    const headers = ['姓名', ...Array.from({ length: 199 }, (_, index) => `栏目${index}`)]
    const cells = ['苏知秋', ...Array.from({ length: 199 }, (_, index) => `值${index}`)]
    const session = await importBytes(`${headers.join(',')}\n${cells.join(',')}\n`)
    expect(session.plan().columns).toHaveLength(200)
    const notes = rowsOf(session)[0]?.fields.notes?.split('\n')
    expect(notes).toHaveLength(199)
    expect(notes?.[198]).toBe('栏目198: 值198')
  })

  it('more than 1,000 columns are refused', async () => {
    const line = Array.from({ length: 1001 }, (_, index) => `c${index}`).join(',')
    await expect(importBytes(`${line}\n${line}\n`)).rejects.toMatchObject({
      code: 'imports.too-many-columns',
    })
  })

  it('a cell of 1 MB leaves only its own row out', async () => {
    const session = await importBytes(`姓名,备注\n甲一,短\n乙二,${'长'.repeat(350_000)}\n丙三,短\n`)
    expect(session.plan()).toMatchObject({ totalRows: 3, goodRows: 2, badRows: 1 })
    expect(session.plan().problems).toEqual([
      { row: 3, column: '备注', code: 'too-long', severity: 'error', value: '长'.repeat(80) },
    ])
    expect(Buffer.from(session.rejectedCsv('zh-CN')).toString()).toContain('长'.repeat(350_000))
  })
})

describe('rows that are not like the others', () => {
  it('without a name stay out, with row, column and reason', async () => {
    const session = await importBytes('姓名,电话\n甲一,13800001111\n,13800002222\n丙三,\n')
    expect(session.plan()).toMatchObject({ totalRows: 3, goodRows: 2, badRows: 1 })
    expect(session.plan().problems).toEqual([
      { row: 3, column: '姓名', code: 'missing-name', severity: 'error', value: '13800002222' },
    ])
  })

  it('wider than the header stay out when the rest says something', async () => {
    const session = await importBytes('姓名,电话\n甲一,13800001111,,\n乙二,13800002222,多出来\n')
    expect(session.plan().problems).toEqual([
      { row: 3, column: '', code: 'row-too-wide', severity: 'error', value: '多出来' },
    ])
  })

  it('under a repeated header are kept apart', async () => {
    const session = await importBytes('姓名,电话,电话\n甲一,13800001111,13900002222\n')
    expect(session.plan().columns.map(({ header }) => header)).toEqual(['姓名', '电话', '电话 (2)'])
    const [row] = rowsOf(session)
    expect(row?.fields).toMatchObject({ phone: '13800001111', notes: null })
    expect(row?.points).toMatchObject([{ type: 'phone', raw: '13900002222', label: null }])
    expect(session.plan().problemTotals).toEqual([])
  })

  it('that repeat a customer go in with a warning', async () => {
    const session = await importBytes('姓名,电话\n甲一,138 0000 1111\n甲一,+8613800001111\n')
    expect(session.plan()).toMatchObject({ goodRows: 2, warnedRows: 1 })
    expect(session.plan().problems[0]).toMatchObject({ row: 3, code: 'duplicate-in-file' })
  })
})
