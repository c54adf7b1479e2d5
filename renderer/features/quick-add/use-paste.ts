import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '@shared/features/quick-add/card'
import { toFormValues } from '@shared/features/quick-add/card-form.rules'
import { longestText, type PieceKind } from '@shared/features/quick-add/quick-add.enums'
import { readCards } from '@shared/features/quick-add/read-cards.rules'
import { emptyPaste, findPaste, keepPaste, type PastedText, withPicks } from './quick-add-store'

/** The pasted text with what is read from it; every change is kept as a draft. */
export function usePaste() {
  const { t } = useTranslation('quick-add')
  const [paste, setPaste] = useState(findPaste)
  const text = useDeferredValue(paste.text)
  const cards = useMemo(() => readCards(text), [text])
  const at = Math.min(paste.at, Math.max(0, cards.length - 1))
  const read = cards[at]
  const card = useMemo(() => (read ? withPicks(read, paste.picks) : null), [read, paste.picks])
  const fill = useCallback(
    (one: Card) =>
      toFormValues(one.pieces, (kind, further) =>
        further
          ? t('furtherWord', { what: t(`piece.${kind}`) })
          : t('noteWord', { what: t(`piece.${kind}`) }),
      ),
    [t],
  )
  const values = useMemo(() => card && fill(card), [card, fill])
  const change = (changed: Partial<PastedText>) => {
    const next = { ...paste, ...changed }
    setPaste(next)
    keepPaste(next)
  }
  return {
    paste,
    /** What the form begins with for the text as it is typed now, however far the marks have got. */
    valuesNow: () => {
      const now = readCards(paste.text)
      const one = now[Math.min(paste.at, now.length - 1)]
      return one ? fill(withPicks(one, paste.picks)) : null
    },
    /** The text that the marks stand in. */
    readText: text,
    cards,
    at,
    card,
    values,
    isLong: paste.text.length > longestText,
    setText: (next: string) => change({ ...emptyPaste, text: next, picks: paste.picks }),
    setAt: (next: number) => change({ at: next }),
    pick: (value: string, kind: PieceKind) => change({ picks: { ...paste.picks, [value]: kind } }),
    clear: () => change(emptyPaste),
  }
}
