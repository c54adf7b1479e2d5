/** Longest stored name, in characters as a person counts them. */
export const maxFileName = 200

const fallback = 'file'
/** Folders of any system, a drive letter, and what no Windows file system takes. */
const separators = /[/\\]/
const driveLetter = /^\s*[a-z]:/iu
const refused = /[<>:"/\\|?*]/gu
/** Control characters, and invisible ones that turn the direction of writing or hide a part of the name; emoji keep their joiner. */
const unseen = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
const edges = /^[\s.]+|[\s.]+$/gu
/** Names that Windows takes for devices, whatever extension follows. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/iu
const ending = /\.[^.\s]{1,15}$/u

/**
 * A plain file name that is safe on every system: the last part of a path, NFC, without control and direction characters, device
 * names, or dots and spaces at its ends. Keeps the extension and at most 200 characters. Never empty; idempotent.
 */
export function toSafeFileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(separators).findLast(hasName) ?? ''
  const plain = last
    .replace(driveLetter, '')
    .replace(unseen, '')
    .replace(refused, '_')
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .replace(edges, '')
  const named = plain === '' ? fallback : plain
  return shortenFileName(devices.test(named) ? `_${named}` : named, (name) => {
    return [...name].length <= maxFileName
  })
}

/** Dots alone are a way through folders and no name. */
function hasName(part: string): boolean {
  return part.replace(unseen, '').replace(edges, '') !== ''
}

/**
 * Cuts the end of the stem, never the extension, until the name fits.
 * @param fits must be true for short names
 */
export function shortenFileName(name: string, fits: (name: string) => boolean): string {
  if (fits(name)) return name
  const extension = ending.exec(name)?.[0] ?? ''
  const stem = [...name.slice(0, name.length - extension.length)]
  const cut = (length: number) => stem.slice(0, length).join('').replace(edges, '') + extension
  let [shortest, longest] = [1, stem.length]
  while (longest - shortest > 1) {
    const middle = (shortest + longest) >> 1
    if (fits(cut(middle))) shortest = middle
    else longest = middle
  }
  return cut(shortest)
}
