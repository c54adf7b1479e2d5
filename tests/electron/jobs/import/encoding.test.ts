import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Encoding } from '@shared/features/imports/imports.schema'
import { importBytes, rowsOf } from './import-text'

const simplified = '姓名,行业,备注\n赵喆堃,信息技术,喜欢安静\n钱玥镕,餐饮,赟㛃𠮷\n'
const traditional = '姓名,行業,備註\n趙曉雲,資訊技術,喜歡安靜\n錢國華,餐飲業,電話聯絡\n'

const written: [string, Encoding, string, Buffer][] = [
  ['UTF-8', 'utf-8', simplified, Buffer.from(simplified)],
  ['UTF-8 with BOM', 'utf-8', simplified, Buffer.from(`\uFEFF${simplified}`)],
  ['GB18030', 'gb18030', simplified, iconv.encode(simplified, 'gb18030')],
  [
    'UTF-16 LE with BOM',
    'utf-16le',
    simplified,
    iconv.encode(simplified, 'utf-16le', { addBOM: true }),
  ],
  [
    'UTF-16 BE with BOM',
    'utf-16be',
    simplified,
    iconv.encode(simplified, 'utf-16be', { addBOM: true }),
  ],
  ['UTF-16 LE without BOM', 'utf-16le', simplified, iconv.encode(simplified, 'utf-16le')],
  ['Big5', 'big5', traditional, iconv.encode(traditional, 'big5')],
  [
    'plain ASCII',
    'utf-8',
    'name,phone\nExample,13800001234\n',
    Buffer.from('name,phone\nExample,13800001234\n'),
  ],
]

describe('the encoding of a file', () => {
  it.each(written)('%s is found and its text is whole', async (_name, encoding, text, bytes) => {
    const session = await importBytes(bytes)
    expect(session.plan().encoding).toBe(encoding)
    const names = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0])
    expect(rowsOf(session).map(({ fields }) => fields.name)).toEqual(names)
  })

  it('is scored over the whole file: names whose GBK bytes are valid UTF-8 do not mislead', async () => {
    const bytes = iconv.encode('name,phone\n芙丝,13800001234\n馥华,13900001234\n', 'gb18030')
    const session = await importBytes(bytes)
    expect(session.plan().encoding).toBe('gb18030')
    expect(rowsOf(session)[0]?.fields.name).toBe('芙丝')
  })

  it('can be said by the person, and read again', async () => {
    const bytes = iconv.encode(simplified, 'gb18030')
    await expect(importBytes(bytes, 'utf-8')).rejects.toMatchObject({
      code: 'imports.wrong-encoding',
      details: { encoding: 'utf-8' },
    })
    expect((await importBytes(bytes, 'gb18030')).plan().goodRows).toBe(2)
  })

  it('reads accents of western names in UTF-8 as such', async () => {
    const session = await importBytes('name,city\nJosé Muñoz,Málaga\nZoë Façade,Zürich\n')
    expect(session.plan().encoding).toBe('utf-8')
  })
})

describe('a damaged file', () => {
  it('goes in but for its bad bytes, which are named', async () => {
    const bytes = iconv.encode(simplified, 'gb18030')
    const at = bytes.indexOf(iconv.encode('安静', 'gb18030'))
    bytes[at] = 0xff
    const session = await importBytes(bytes)
    expect(session.plan()).toMatchObject({ encoding: 'gb18030', goodRows: 2, warnedRows: 1 })
    expect(session.plan().problems[0]).toMatchObject({
      row: 2,
      column: '备注',
      code: 'text-damaged',
    })
  })
})
