import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsvLine, withoutGuard } from '@shared/core/csv'
import { createRecordReader } from '../../../electron/jobs/import/csv-records'

const dangerous = [...'=+-@\t\r＝＋－＠']
const cellText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .tuple(fc.constantFrom(...dangerous, "'", '"', ' ', ','), fc.string({ maxLength: 8 }))
    .map((parts) => parts.join('')),
  fc.constantFrom('=1+1', "'=1", '"=1"', '\n=1', '电话,"x"\r\n', '+86 138 0000 1027', ''),
)

function readLine(line: string): string[] {
  const reader = createRecordReader(',')
  const [cells = []] = [...reader.push(line), ...reader.end()]
  return cells
}

describe('a CSV line', () => {
  it('has no cell that a spreadsheet takes for a formula, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(cellText, { minLength: 1, maxLength: 6 }), (cells) => {
        const read = readLine(toCsvLine(cells))
        expect(read).toHaveLength(cells.length)
        expect(read.filter((cell) => dangerous.some((sign) => cell.startsWith(sign)))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is read again as it was, but for an apostrophe that somebody wrote before a formula themselves', () => {
    fc.assert(
      fc.property(fc.array(cellText, { minLength: 1, maxLength: 6 }), (cells) => {
        const own = cells.map(withoutGuard)
        expect(readLine(toCsvLine(own)).map(withoutGuard)).toEqual(own.map(withoutGuard))
      }),
      { numRuns: 500 },
    )
  })

  it.each(dangerous)('guards %j with an apostrophe', (sign) => {
    expect(readLine(toCsvLine([`${sign}1`]))).toEqual([`'${sign}1`])
    expect(withoutGuard(`'${sign}1`)).toBe(`${sign}1`)
  })

  it('leaves all other cells alone and ends with CRLF', () => {
    expect(toCsvLine(["'90s", '云岫示例', 'a-b', ''])).toBe("'90s,云岫示例,a-b,\r\n")
    expect(withoutGuard("'90s")).toBe("'90s")
  })
})
