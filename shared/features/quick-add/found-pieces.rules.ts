import type { Found } from './card'

/** Full-width signs as half-width ones and every kind of space as one: same length, so that places stay right. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2002-\u200b]/g, (sign) => {
    const code = sign.charCodeAt(0)
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' '
  })
}

/** The pieces found so far; the first to claim a place keeps it. */
export class FoundPieces {
  readonly #found: Found[] = []

  /** @returns false, and changes nothing, where another piece stands in the way */
  add(piece: Found): boolean {
    if (piece.end <= piece.start || !this.isFree(piece.from, piece.to)) return false
    this.#found.push(piece)
    return true
  }

  isFree(from: number, to: number): boolean {
    return this.#found.every((one) => one.to <= from || one.from >= to)
  }

  /** Makes a piece end later, for a remark that belongs to it: 微信同号. */
  widen(piece: Found, to: number): void {
    const at = this.#found.findIndex((one) => one.start === piece.start)
    if (at >= 0) this.#found[at] = { ...piece, to }
  }

  /** In the order of the text. */
  list(): Found[] {
    return this.#found.toSorted((one, other) => one.from - other.from)
  }

  /** The stretches between the pieces. */
  gaps(length: number): { start: number; end: number }[] {
    const gaps: { start: number; end: number }[] = []
    let at = 0
    for (const { from, to } of this.list()) {
      if (from > at) gaps.push({ start: at, end: from })
      at = Math.max(at, to)
    }
    if (at < length) gaps.push({ start: at, end: length })
    return gaps
  }
}
