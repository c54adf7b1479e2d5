import { toSimplified } from '@shared/core/simplified'

const lookalikes = /[\uff01-\uff5e\u3000\u00a0\u2019\u25cbA-Z]/g
const written: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u2019': "'",
  '\u25cb': '〇',
}

/**
 * Folds full width, traditional characters and capitals for reading. Every place stays where it is, so that what is found in the
 * folded text can be marked in the typed one.
 */
export function foldTyped(text: string): string {
  return toSimplified(
    text.replace(lookalikes, (mark) => {
      const code = mark.charCodeAt(0)
      const half = code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : mark
      return written[mark] ?? half.toLowerCase()
    }),
  )
}
