import type { Page } from '@playwright/test'

export type Seen = {
  /** Texts and fields on the screen that hold a mark. */
  found: string[]
  /** Those of them that can be read. */
  readable: string[]
  /** Tooltips and the like that hold a mark. */
  hints: string[]
}

/**
 * Looks at every text, field and tooltip of the page for marks that were planted in personal data, and tells which of them
 * can be read: the computed style says whether dots stand in place of the letters (R089).
 */
export const findMarks = (page: Page, marks: readonly string[]): Promise<Seen> =>
  page.evaluate((wanted) => {
    const holds = (text: string | null) => wanted.some((mark) => text?.includes(mark))
    const isCovered = (element: Element) =>
      getComputedStyle(element).getPropertyValue('-webkit-text-security') !== 'none'
    const seen: Seen = { found: [], readable: [], hints: [] }
    const note = (element: Element, text: string) => {
      if (!element.checkVisibility()) return
      seen.found.push(text)
      if (!isCovered(element)) seen.readable.push(text)
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode
      const isCode = parentElement?.closest('script, style')
      if (parentElement && !isCode && holds(textContent)) note(parentElement, textContent ?? '')
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea'))
      if (holds(field.value)) note(field, field.value)
    for (const name of ['title', 'placeholder', 'data-tooltip'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (holds(element.getAttribute(name))) seen.hints.push(element.getAttribute(name) ?? '')
    if (holds(document.title)) seen.hints.push(document.title)
    return seen
  }, marks)
