import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'

type Needle = { encoding: string; bytes: Buffer }

/**
 * Where any of the words stands in any file below the folders: in UTF-8, UTF-16 (both orders) and GB18030, as it is or as base64 of
 * the first two.
 * @returns file name and encoding of each find
 */
export function findPlaintext(folders: string[], words: string[]): string[] {
  const needles = words.flatMap(needlesOf)
  const hits: string[] = []
  for (const path of folders.flatMap(listFiles)) {
    const bytes = readFileSync(path)
    for (const { encoding, bytes: needle } of needles)
      if (bytes.includes(needle)) hits.push(`${path.split(/[\\/]/).at(-1)}: ${encoding}`)
  }
  return hits
}

/** Every file below a folder, also of a folder that changes while it is read. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A word in every form that it is looked for. */
export function needlesOf(word: string): Needle[] {
  const utf8 = Buffer.from(word)
  const utf16 = Buffer.from(word, 'utf16le')
  return [
    { encoding: 'utf-8', bytes: utf8 },
    { encoding: 'utf-16le', bytes: utf16 },
    { encoding: 'utf-16be', bytes: Buffer.from(utf16).swap16() },
    { encoding: 'gb18030', bytes: iconv.encode(word, 'gb18030') },
    ...base64Needles('base64', utf8),
    ...base64Needles('base64 of utf-16le', utf16),
  ]
}

/** Base64 looks different at each of the three places that the word can begin in a group; whole groups alone are looked for. */
function base64Needles(encoding: string, bytes: Buffer): Needle[] {
  const needles = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const end = Math.floor((shift + bytes.length) / 3) * 4
    return { encoding, bytes: Buffer.from(text.slice(shift === 0 ? 0 : 4, end)) }
  })
  // A few letters stand in any encrypted file by chance.
  return needles.filter((needle) => needle.bytes.length >= 8)
}
