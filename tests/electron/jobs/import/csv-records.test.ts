import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { createRecordReader } from '../../../../electron/jobs/import/csv-records'
import { sniffDelimiter } from '../../../../electron/jobs/import/delimiter'

function readAll(text: string, delimiter = ',', pieceLength = text.length || 1): string[][] {
  const reader = createRecordReader(delimiter)
  const records: string[][] = []
  for (let at = 0; at < text.length; at += pieceLength)
    records.push(...reader.push(text.slice(at, at + pieceLength)))
  return [...records, ...reader.end()]
}

const cell = fc.string({
  unit: fc.constantFrom('a', '客', '"', ',', '\n', '\r', ' ', '1'),
  maxLength: 6,
})

describe('delimited text', () => {
  it('comes back as it was written, like with a second reader', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (records) => {
          const text = Papa.unparse(records, { newline: '\r\n' })
          expect(readAll(text)).toEqual(records)
          expect(Papa.parse(text, { delimiter: ',', newline: '\r\n' }).data).toEqual(records)
        },
      ),
    )
  })

  it('reads the same whatever the size of the pieces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (text, pieceLength) => {
          expect(readAll(text, ',', pieceLength)).toEqual(readAll(text))
        },
      ),
    )
  })

  it.each(['\n', '\r\n', '\r'])('ends its lines with %j', (lineEnd) => {
    expect(readAll(['a,b', 'c,d', ''].join(lineEnd))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('does not let a stray quote swallow the rows after it', () => {
    const text = '甲,"未闭合,1\n乙,"大"客户,2\n丙,"好",3\n'
    expect(readAll(text)).toEqual([
      ['甲', '"未闭合', '1'],
      ['乙', '"大"客户', '2'],
      ['丙', '好', '3'],
    ])
  })
})

describe('the separator', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\n1, 2\t3\n', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['a,"x;y;z"\n1,"p;q"\n', ','],
    ['sep=;\na,b;c\n', ';'],
    ['one column\nof words\n', ','],
  ])('of %j is %j', (text, delimiter) => expect(sniffDelimiter(text)).toBe(delimiter))
})
