import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where any of the words stands in any file below the folders, in UTF-8 or UTF-16 (both orders). */
export function findPlaintext(folders: string[], words: string[]): string[] {
  const needles = words.flatMap((word) => [
    { word, encoding: 'utf-8', bytes: Buffer.from(word) },
    { word, encoding: 'utf-16le', bytes: Buffer.from(word, 'utf16le') },
    { word, encoding: 'utf-16be', bytes: Buffer.from(word, 'utf16le').swap16() },
  ])
  const hits: string[] = []
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      for (const needle of needles)
        if (bytes.includes(needle.bytes)) hits.push(`${entry.name}: ${needle.encoding}`)
    }
  return hits
}
