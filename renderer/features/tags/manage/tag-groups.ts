import type { TagSubgroup, TagType, TagWithCount } from '@shared/features/tags/tags.schema'
import { tagSubgroups, tagTypes } from '@shared/features/tags/tags.schema'
import { foldTagName } from '../match-tags'

export type TagGroup = { subgroup: TagSubgroup | null; tags: TagWithCount[] }
export type TagSection = { type: TagType; total: number; groups: TagGroup[] }

/** Tags that hold the words, by type and, of needs, by what they are about; those about nothing in particular last (R033, R040). */
export function groupTags(tags: readonly TagWithCount[], text: string): TagSection[] {
  const wanted = foldTagName(text)
  const found = tags.filter(({ name }) => foldTagName(name).includes(wanted))
  return tagTypes.flatMap((type) => {
    const own = found.filter((tag) => tag.type === type)
    const groups = [...tagSubgroups, null]
      .map((subgroup) => ({ subgroup, tags: own.filter((tag) => tag.subgroup === subgroup) }))
      .filter((group) => group.tags.length > 0)
    return own.length > 0 ? [{ type, total: own.length, groups }] : []
  })
}
