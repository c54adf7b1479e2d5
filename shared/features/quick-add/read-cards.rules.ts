import type { Card } from './card'
import { readMecard } from './mecard.rules'
import { piece, holdsVcard, readVcards } from './vcard.rules'
import { readCard } from './read-card.rules'

/** Reads whatever was pasted or stood in a QR code: vCards, MECARD, BIZCARD, else free text as one card. None for an empty text. */
export function readCards(text: string): Card[] {
  if (text.trim() === '') return []
  if (holdsVcard(text)) return withOutside(readVcards(text))
  return [readMecard(text) ?? readCard(text)]
}

/** What stands around the cards is kept with the last of them. */
function withOutside({ cards, outside }: { cards: Card[]; outside: string }): Card[] {
  const last = cards.at(-1)
  if (!last || outside === '') return cards
  const note = piece('note', outside)
  return [...cards.slice(0, -1), { ...last, pieces: [...last.pieces, note] }]
}
