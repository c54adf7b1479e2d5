import { createRecordReader } from './csv-records'

export const delimiters = [',', '\t', ';', '|'] as const

const sampleRecords = 50

/**
 * The separator under which the first records agree best on their number of cells. A first line `sep=;` as Excel reads it wins.
 * A text without any separator is one column.
 */
export function sniffDelimiter(sample: string): string {
  const said = /^\uFEFF?"?sep=([,;|\t])"?\r?\n/i.exec(sample)?.[1]
  if (said) return said
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }))
  return scored.sort((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

/** True for Excel's own hint line, which is no record of the table. */
export function isSeparatorHint(cells: string[]): boolean {
  return /^sep=/i.test(cells[0] ?? '') && cells.join('').length <= 5
}

function scoreOf(sample: string, delimiter: string): number {
  const records = safeRecords(sample, delimiter).filter((cells) => cells.join('').trim() !== '')
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  let best = 0
  for (const [width, times] of counts) {
    if (width < 2) continue
    // Agreement counts most; among equals the one that makes more columns.
    best = Math.max(best, times / records.length + Math.min(width, 50) / 100)
  }
  return best
}

function safeRecords(sample: string, delimiter: string): string[][] {
  const reader = createRecordReader(delimiter)
  const records = reader.push(sample)
  if (records.length === 0) records.push(...reader.end())
  return records.slice(0, sampleRecords)
}
