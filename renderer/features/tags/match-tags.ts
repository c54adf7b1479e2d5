import type { TagColor, TagInput, TagType, TagWithCount } from '@shared/features/tags/tags.schema'

/** What Enter would put on: a tag that exists, or a new one. */
export type TagChoice = {
  key: string
  tag: TagInput
  color: TagColor | null
  customers: number | null
  isNew: boolean
}

const most = 8

/** Width, case and spaces at the ends do not make another tag. */
export function foldTagName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/**
 * Choices for what was typed: tags that begin with it, then those that hold it, most worn first; at the end the new
 * tag of the chosen type, unless that very tag exists. Tags that the customer wears are left out, and so are those that were put away
 * unless their very name was typed.
 */
export function listTagChoices(
  tags: readonly TagWithCount[],
  text: string,
  type: TagType,
  worn: ReadonlySet<number>,
): TagChoice[] {
  const wanted = foldTagName(text)
  const rank = (tag: TagWithCount) => (foldTagName(tag.name).startsWith(wanted) ? 0 : 1)
  const found = tags
    .filter(
      (tag) =>
        !worn.has(tag.id) &&
        foldTagName(tag.name).includes(wanted) &&
        (tag.archivedAt === null || foldTagName(tag.name) === wanted),
    )
    .toSorted((a, b) => rank(a) - rank(b) || b.customers - a.customers || a.id - b.id)
    .slice(0, most)
    .map<TagChoice>((tag) => ({
      key: `tag-${tag.id}`,
      tag: { type: tag.type, name: tag.name },
      color: tag.color,
      customers: tag.customers,
      isNew: false,
    }))
  const exists = tags.some((tag) => tag.type === type && foldTagName(tag.name) === wanted)
  if (wanted === '' || exists) return found
  const fresh = { type, name: text.trim() }
  return [...found, { key: 'new', tag: fresh, color: null, customers: null, isNew: true }]
}
