import { useEffect, useState } from 'react'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import {
  fillPlaceholders,
  findBlank,
  matchPhrases,
  type PlaceholderValues,
  readSlash,
} from '@shared/features/phrases/phrases.rules'
import type { Phrase } from '@shared/features/phrases/phrases.schema'
import { isComposing } from '@renderer/lib/ime'
import { useRouteQuery } from '@renderer/lib/client'

type Slash = { from: number; to: number; typed: string }
type Text = {
  field: React.RefObject<HTMLTextAreaElement | null>
  value: string
  type: FollowUpType
  values: () => PlaceholderValues
  write: (text: string) => void
  /** A template is of a type, which becomes that of the entry. */
  onType: (type: FollowUpType) => void
}

/** The menu of phrases of a text: opened by `/` or by its button, moved by the arrow keys, taken by Enter or Tab, left by Esc. */
export function useSlash({ field, value, type, values, write, onType }: Text) {
  const [slash, setSlash] = useState<Slash | null>(null)
  const [active, setActive] = useState(0)
  const [select, setSelect] = useState<{ from: number; to: number } | null>(null)
  const { data } = useRouteQuery('phrases.list', {})
  const all = data?.phrases ?? []
  const found = slash ? matchPhrases(all, slash.typed, type) : []
  const current = Math.min(active, found.length - 1)

  // Once the new text stands in the field.
  useEffect(() => {
    if (!select) return
    field.current?.focus()
    field.current?.setSelectionRange(select.from, select.to)
  }, [field, select])

  function show(next: Slash | null): void {
    setSlash(next)
    setActive(0)
  }

  function pick(phrase: Phrase): void {
    if (!slash) return
    const text = fillPlaceholders(phrase.content, values())
    const { from, to } = slash
    const end = from + text.length
    write(value.slice(0, from) + text + value.slice(to))
    if (phrase.kind === 'template' && phrase.type) onType(phrase.type)
    const blank = findBlank(text)
    setSelect(blank ? { from: from + blank.from, to: from + blank.to } : { from: end, to: end })
    show(null)
  }

  return {
    isOpen: slash !== null,
    isAny: all.length > 0,
    found,
    active: current,
    pick,
    /** Text was typed; the cursor stands behind it. */
    read: (text: string, cursor: number) => show(readSlash(text, cursor)),
    open: (): void => {
      const cursor = field.current?.selectionStart ?? value.length
      show({ from: cursor, to: field.current?.selectionEnd ?? cursor, typed: '' })
      field.current?.focus()
    },
    close: () => show(null),
    onKeyDown: (event: React.KeyboardEvent): void => {
      if (!slash || isComposing(event)) return
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const chosen = found[current]
      if (step !== undefined && found.length > 0)
        setActive((current + step + found.length) % found.length)
      else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.ctrlKey)
        pick(chosen)
      else if (event.key === 'Escape') show(null)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
