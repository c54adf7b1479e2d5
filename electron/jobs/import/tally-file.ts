import type { Encoding } from '@shared/features/imports/imports.schema'
import { emptyTally, tallyText, type TextTally } from './plausibility'
import type { ReportImport } from './progress'
import type { SourceFile } from './source-file'
import { createDecoder } from './text-stream'

/** More than one broken character in so many means: not this encoding. A damaged byte or two do not say so. */
const charactersPerBroken = 1000
const alwaysForgiven = 2
/** Strict UTF-8 is right far more often than by chance. */
const utf8Bonus = 0.5
/** After so many characters beyond ASCII a clear loser is not read on. */
const surelyEnough = 50_000
const clearLead = 0.5

type Reader = { decoder: ReturnType<typeof createDecoder>; tally: TextTally }

/** Reads the whole file in every encoding that could be and says what each looks like; those that surely are not drop out. */
export async function tallyFile(
  file: SourceFile,
  encodings: Encoding[],
  report: ReportImport,
  signal?: AbortSignal,
): Promise<Map<Encoding, TextTally>> {
  const readers = new Map<Encoding, Reader>(
    encodings.map((encoding) => [
      encoding,
      { decoder: createDecoder(encoding), tally: emptyTally() },
    ]),
  )
  const isWide = encodings.some((encoding) => encoding.startsWith('utf-16'))
  let endedPlain = true
  let done = 0
  for await (const chunk of file.chunks(signal)) {
    if (!isWide && endedPlain && isAscii(chunk)) tallyAscii(readers, chunk)
    else tallyChunk(readers, chunk)
    // No multi-byte character of ours is longer: nothing is left open behind four plain bytes.
    endedPlain = isAscii(chunk.subarray(-4))
    dropLosers(readers)
    done += chunk.length
    report({ phase: 'reading', done: Math.floor(done / 2), total: file.bytes, unit: 'bytes' })
  }
  for (const [encoding, { decoder, tally }] of readers) tallyText(tally, decoder.end(), encoding)
  return new Map([...readers].map(([encoding, { tally }]) => [encoding, tally]))
}

/** True when a text read so is not of this encoding. */
export function isBroken({ broken, characters }: TextTally): boolean {
  return broken > Math.max(alwaysForgiven, characters / charactersPerBroken)
}

/** Points a character beyond ASCII: about 0.9 for Chinese, below 0 for noise. */
export function likenessOf({ foreign, points, broken }: TextTally): number {
  return foreign === 0 ? 0 : (points - broken * 5) / foreign
}

/** For comparing encodings of one file. */
export function scoreOf([encoding, tally]: [Encoding, TextTally]): number {
  if (tally.characters === 0) return -10
  const controls = (tally.control / tally.characters) * 10
  return likenessOf(tally) - controls + (encoding === 'utf-8' && tally.broken === 0 ? utf8Bonus : 0)
}

function tallyChunk(readers: Map<Encoding, Reader>, chunk: Buffer): void {
  for (const [encoding, { decoder, tally }] of readers)
    tallyText(tally, decoder.write(chunk), encoding)
}

/** Plain ASCII reads the same in all of them: it is counted once. */
function tallyAscii(readers: Map<Encoding, Reader>, chunk: Buffer): void {
  const once = emptyTally()
  tallyText(once, chunk.toString('latin1'), 'utf-8')
  for (const { tally } of readers.values()) {
    tally.characters += once.characters
    tally.control += once.control
  }
}

function dropLosers(readers: Map<Encoding, Reader>): void {
  const scores = [...readers].map(([encoding, { tally }]) => scoreOf([encoding, tally]))
  const best = Math.max(...scores)
  for (const [encoding, { tally }] of [...readers]) {
    if (readers.size === 1) return
    const isBehind = tally.foreign > surelyEnough && scoreOf([encoding, tally]) < best - clearLead
    if ((tally.broken > 1000 && isBroken(tally)) || isBehind) readers.delete(encoding)
  }
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false
  return true
}
