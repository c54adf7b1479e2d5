import { AppError } from '@shared/core/errors'
import { foldText } from '@shared/core/text'
import { tagsOfRule } from '@shared/features/automation/automation.rules'
import { tagsAsked } from '@shared/features/conditions/conditions.rules'
import { type StandardSet, standardTags } from '@shared/features/tags/standard-sets'
import type { TagFields, TagType } from '@shared/features/tags/tags.schema'
import { readTagRules } from '../automatic-tags'
import { readAutomationRules } from '../automation/rules'
import type { WriteContext } from '../context'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'
import { assertTags, getTagType, insertTag } from '../tag-rows'

type Changed = { changed: number }

/** @throws AppError tags.name-taken with the id of the tag of that name */
export function createTag(
  context: WriteContext,
  { type, ...fields }: TagFields & { type: TagType },
): { id: number } {
  assertNameFree(context.write, type, fields.name, null)
  return { id: insertTag(context, { type, ...fitting(type, fields) }) }
}

/**
 * Renames a tag, colours it, puts it into a subgroup.
 * @throws AppError tags.not-found; tags.name-taken with the id of the tag of that name
 */
export function updateTag(
  { write }: WriteContext,
  { id, ...fields }: TagFields & { id: number },
): Record<string, never> {
  const type = getTagType(write, id)
  assertNameFree(write, type, fields.name, id)
  statement(
    write,
    `UPDATE tag SET name = @name, name_folded = @nameFolded, color = @color, subgroup = @subgroup WHERE id = @id`,
  ).run({ id, ...fitting(type, fields), nameFolded: foldText(fields.name) })
  return {}
}

/** Only a need is about something. */
function fitting(type: TagType, fields: TagFields): TagFields {
  return { ...fields, subgroup: type === 'need' ? fields.subgroup : null }
}

/** Not offered any more; whoever wears them keeps them, and their rules rest. @throws AppError tags.not-found */
export function archiveTags(context: WriteContext, { tagIds }: { tagIds: number[] }): Changed {
  assertTags(context.write, tagIds)
  const { changes } = statement(
    context.write,
    `UPDATE tag SET archived_at = @now WHERE archived_at IS NULL
       AND id IN (SELECT value FROM json_each(@tagIds))`,
  ).run({ now: context.clock(), tagIds: JSON.stringify(tagIds) })
  return { changed: changes }
}

/** @throws AppError tags.not-found */
export function unarchiveTags({ write }: WriteContext, { tagIds }: { tagIds: number[] }): Changed {
  assertTags(write, tagIds)
  const { changes } = statement(
    write,
    `UPDATE tag SET archived_at = NULL WHERE archived_at IS NOT NULL
       AND id IN (SELECT value FROM json_each(@tagIds))`,
  ).run({ tagIds: JSON.stringify(tagIds) })
  return { changed: changes }
}

/**
 * Takes tags off everybody and away.
 * @returns how many customers lost one at least
 * @throws AppError tags.not-found; tags.in-rule with the names of the rules that would be left without it
 */
export function deleteTags(
  { write }: WriteContext,
  { tagIds }: { tagIds: number[] },
): { customers: number } {
  assertTags(write, tagIds)
  assertUnused(write, tagIds)
  const ids = JSON.stringify(tagIds)
  const lost = statement<{ customerId: number }>(
    write,
    `DELETE FROM customer_tag WHERE tag_id IN (SELECT value FROM json_each(?)) RETURNING customer_id AS customerId`,
  ).all(ids)
  statement(write, 'DELETE FROM tag WHERE id IN (SELECT value FROM json_each(?))').run(ids)
  return { customers: new Set(lost.map(({ customerId }) => customerId)).size }
}

/** The tags of a trade that are not there yet (R040). */
export function insertStandardSet(
  context: WriteContext,
  { set, language }: { set: StandardSet; language: 'zh-CN' | 'en' },
): { added: number } {
  const fresh = standardTags(set, language).filter(
    ({ type, name }) => findTag(context.write, type, name) === null,
  )
  for (const tag of fresh) insertTag(context, { ...tag, color: null })
  return { added: fresh.length }
}

function findTag(read: ReadHandle, type: TagType, name: string): number | null {
  const sql = 'SELECT id FROM tag WHERE type = ? AND name_folded = ?'
  return statement<{ id: number }>(read, sql).get(type, foldText(name))?.id ?? null
}

function assertNameFree(read: ReadHandle, type: TagType, name: string, own: number | null): void {
  const found = findTag(read, type, name)
  if (found !== null && found !== own)
    throw new AppError('tags.name-taken', 'another tag has this name', { id: found })
}

function assertUnused(read: ReadHandle, tagIds: readonly number[]): void {
  const going = new Set(tagIds)
  const users = [
    ...readTagRules(read)
      .filter(({ id, rule }) => !going.has(id) && tagsAsked(rule).some((asked) => going.has(asked)))
      .map(({ name }) => name),
    ...readAutomationRules(read)
      .filter((rule) => tagsOfRule(rule).some((used) => going.has(used)))
      .map(({ name }) => name),
  ]
  if (users.length > 0) throw new AppError('tags.in-rule', 'rules use it', { rules: users })
}
