import { AppError } from '@shared/core/errors'
import { foldText } from '@shared/core/text'
import type { TagFields, TagInput, TagType } from '@shared/features/tags/tags.schema'
import { takeCode } from './code-sequence'
import type { WriteContext } from './context'
import type { ReadHandle } from './handles'
import { insertRow } from './insert-row'
import { tag } from './schema/tag'
import { statement } from './statements'

/**
 * Row id of a tag, made if its type and folded name are new. An existing tag keeps its writing; one that was put away is at work
 * again, since somebody uses it.
 */
export function ensureTag(context: WriteContext, { type, name }: TagInput): number {
  const { write } = context
  const nameFolded = foldText(name)
  const found = statement<{ id: number }>(
    write,
    'SELECT id FROM tag WHERE type = ? AND name_folded = ?',
  ).get(type, nameFolded)
  if (found) {
    statement(
      write,
      'UPDATE tag SET archived_at = NULL WHERE id = ? AND archived_at IS NOT NULL',
    ).run(found.id)
    return found.id
  }
  return insertTag(context, { type, name, subgroup: null, color: null })
}

/** A new tag; that its name is free is asked before. */
export function insertTag(
  { write, clock, newUid }: WriteContext,
  fields: TagInput & Pick<TagFields, 'subgroup' | 'color'>,
): number {
  const now = clock()
  return insertRow(write, tag, {
    ...fields,
    nameFolded: foldText(fields.name),
    uid: newUid(),
    code: takeCode(write, 'T', now),
    createdAt: now,
    ...{ rule: null, archivedAt: null },
  })
}

/** @throws AppError tags.not-found unless every one of them is there */
export function assertTags(read: ReadHandle, tagIds: readonly number[]): void {
  for (const id of tagIds) getTagType(read, id)
}

/** @throws AppError tags.not-found */
export function getTagType(read: ReadHandle, id: number): TagType {
  const found = statement<{ type: TagType }>(read, 'SELECT type FROM tag WHERE id = ?').get(id)
  if (!found) throw new AppError('tags.not-found')
  return found.type
}
