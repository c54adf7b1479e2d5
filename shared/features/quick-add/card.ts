import type { Confidence, IgnoredPart, PieceKind } from './quick-add.enums'

/**
 * Where a piece stood in the text, in UTF-16 units: its value from `start` to `end`, and with its label and remarks from `from` to
 * `to`.
 */
export type Span = { from: number; start: number; end: number; to: number }

export type Piece = {
  kind: PieceKind
  value: string
  confidence: Confidence
  /** Null for what does not stand in the text as it is read: parts of a vCard, 微信同号. */
  span: Span | null
}

/** One customer as it was read; every word of the text is in one of its pieces. */
export type Card = { pieces: Piece[]; ignored: IgnoredPart[] }

/** A piece that was found in a text. */
export type Found = { kind: PieceKind; confidence: Confidence } & Span
