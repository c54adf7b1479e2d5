import { foldText } from '@shared/core/text'
import type { TagInput } from './tags.schema'

/** Identity of a tag: its type and its folded name (R033). Two writings with the same key are the same tag. */
export function tagKey({ type, name }: TagInput): string {
  return `${type}\n${foldText(name)}`
}

/** Each tag once, in order of first mention. */
export function uniqueTags(tags: TagInput[]): TagInput[] {
  const byKey = new Map<string, TagInput>()
  for (const tag of tags) if (!byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag)
  return [...byKey.values()]
}
