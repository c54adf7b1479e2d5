import { foldText } from '@shared/core/text'
import type { TagInput } from '@shared/features/tags/tags.schema'
import { takeCode } from './code-sequence'
import type { WriteContext } from './context'
import { insertRow } from './insert-row'
import { tag } from './schema/tag'
import { statement } from './statements'

/** Row id of a tag, made if its type and folded name are new. An existing tag keeps its writing. */
export function ensureTag(
  { write, clock, newUid }: WriteContext,
  { type, name }: TagInput,
): number {
  const nameFolded = foldText(name)
  const found = statement<{ id: number }>(
    write,
    'SELECT id FROM tag WHERE type = ? AND name_folded = ?',
  ).get(type, nameFolded)
  if (found) return found.id
  const now = clock()
  return insertRow(write, tag, {
    ...{ type, name, nameFolded },
    uid: newUid(),
    code: takeCode(write, 'T', now),
    createdAt: now,
    ...{ subgroup: null, color: null, rule: null, archivedAt: null },
  })
}
