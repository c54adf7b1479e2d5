/** Text longer than this is cut: a preview shows how a file begins. */
const shownCharacters = 20_000

/**
 * The beginning of a text file: UTF-16 with its mark, UTF-8, else GB18030, which Chinese programs write.
 * @param isWhole false where the bytes may end in the middle of a character
 */
export function decodeText(bytes: Uint8Array, isWhole: boolean): { text: string; isCut: boolean } {
  const text = decode(bytes, isWhole).replaceAll('\u0000', '')
  const shown = [...text.slice(0, shownCharacters * 2)].slice(0, shownCharacters).join('')
  return { text: shown, isCut: !isWhole || shown.length < text.length }
}

function decode(bytes: Uint8Array, isWhole: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
  } catch {
    return new TextDecoder('gb18030').decode(bytes, { stream: !isWhole })
  }
}
