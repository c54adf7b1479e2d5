import { AppError } from '@shared/core/errors'
import type { Encoding } from '@shared/features/imports/imports.schema'
import type { TextTally } from './plausibility'
import type { ReportImport } from './progress'
import { findBinaryKind } from './signature'
import type { SourceFile } from './source-file'
import { isBroken, likenessOf, scoreOf, tallyFile } from './tally-file'

/** Chinese text has about 0.9, random bytes read as UTF-16 less than 0. */
const leastLikeness = 0.15

/**
 * Finds the encoding of a file: its byte order mark, else the one whose reading of the whole file looks most like text
 * (FACTS: a first line is too little, some GBK names are valid UTF-8). With `wanted`, only checks that it fits.
 * @throws AppError `imports.not-text` (details `kind`), `imports.wrong-encoding` (details `encoding`)
 */
export async function findEncoding(
  file: SourceFile,
  wanted: Encoding | null,
  report: ReportImport,
  signal?: AbortSignal,
): Promise<Encoding> {
  const binary = findBinaryKind(file.head, file.tail)
  if (binary) throw new AppError('imports.not-text', 'binary file', { kind: binary })
  const tallies = await tallyFile(file, wanted ? [wanted] : candidates(file.head), report, signal)
  const best = [...tallies].sort((a, b) => scoreOf(b) - scoreOf(a))[0]
  if (wanted !== null && (!best || isBroken(best[1])))
    throw new AppError('imports.wrong-encoding', 'encoding does not fit', { encoding: wanted })
  if (!best || isBroken(best[1]) || isNoise(best, wanted))
    throw new AppError('imports.not-text', 'no encoding fits', { kind: 'unknown' })
  return best[0]
}

function candidates(head: Buffer): Encoding[] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return ['utf-8']
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le']
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be']
  // Commas and line ends of UTF-16 have a zero byte; no other text has one.
  return head.includes(0)
    ? ['utf-16le', 'utf-16be', 'utf-8', 'gb18030', 'big5']
    : ['utf-8', 'gb18030', 'big5']
}

/** Control characters, or characters that stand beside each other in no language. Strict UTF-8 is never noise by chance. */
function isNoise([encoding, tally]: [Encoding, TextTally], wanted: Encoding | null): boolean {
  if (tally.control > tally.characters / 1000) return true
  return wanted === null && encoding !== 'utf-8' && likenessOf(tally) < leastLikeness
}
