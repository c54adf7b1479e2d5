import { eq } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { foldText } from '@shared/core/text'
import type { PhraseKind } from '@shared/features/phrases/phrases.enums'
import {
  type Phrase,
  type PhraseFields,
  phraseLimits,
} from '@shared/features/phrases/phrases.schema'
import type { ReadContext, WriteContext } from '../context'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { toPinyin } from '../pinyin'
import { phrase } from '../schema/phrase'
import { statement } from '../statements'

/** Templates first, each kind in its order. They are nobody's: everybody who follows up sees the same (R013). */
export function listPhrases({ read }: Pick<ReadContext, 'read'>): { phrases: Phrase[] } {
  const rows = readPhrases(read)
  return {
    phrases: rows.map((row) => ({ ...row, initials: toPinyin(row.title, false).initials })),
  }
}

/**
 * Puts new ones behind those that are there. Of a set those whose title is taken are left out.
 * @throws AppError phrases.title-taken when nothing is left; phrases.too-many
 */
export function createPhrases(
  context: WriteContext,
  { phrases }: { phrases: PhraseFields[] },
): { ids: number[]; already: number } {
  const { write, clock, newUid } = context
  const there = readPhrases(write)
  const taken = new Set(there.map(keyOf))
  const wanted = phrases.filter((one) => !taken.has(keyOf(one)) && taken.add(keyOf(one)))
  if (wanted.length === 0) throw new AppError('phrases.title-taken')
  if (there.length + wanted.length > phraseLimits.total)
    throw new AppError('phrases.too-many', 'no room', { limit: phraseLimits.total })
  const now = clock()
  const ids = wanted.map((one) =>
    insertRow(write, phrase, {
      ...{ ...one, uid: newUid(), sort: nextSort(write, one.kind) },
      ...{ createdAt: now, updatedAt: now },
    }),
  )
  return { ids, already: phrases.length - ids.length }
}

/** @throws AppError phrases.not-found; phrases.title-taken */
export function updatePhrase(
  { write, clock }: WriteContext,
  { id, ...fields }: Omit<PhraseFields, 'kind'> & { id: number },
): Record<string, never> {
  const { kind } = getPhrase(write, id)
  const isTaken = readPhrases(write).some(
    (one) => one.id !== id && keyOf(one) === keyOf({ ...fields, kind }),
  )
  if (isTaken) throw new AppError('phrases.title-taken')
  write.orm
    .update(phrase)
    .set({ ...fields, updatedAt: clock() })
    .where(eq(phrase.id, id))
    .run()
  return {}
}

/** @throws AppError phrases.not-found */
export function deletePhrase({ write }: WriteContext, id: number): Record<string, never> {
  getPhrase(write, id)
  write.orm.delete(phrase).where(eq(phrase.id, id)).run()
  return {}
}

/** @throws AppError phrases.changed-meanwhile unless exactly those of the kind are named */
export function reorderPhrases(
  { write, clock }: WriteContext,
  { kind, ids }: { kind: PhraseKind; ids: number[] },
): Record<string, never> {
  const there = readPhrases(write).filter((one) => one.kind === kind)
  const wanted = new Set(ids)
  if (wanted.size !== ids.length || ids.length !== there.length)
    throw new AppError('phrases.changed-meanwhile')
  if (there.some(({ id }) => !wanted.has(id))) throw new AppError('phrases.changed-meanwhile')
  const move = statement(
    write,
    'UPDATE phrase SET sort = @sort, updated_at = @now WHERE id = @id AND sort <> @sort',
  )
  ids.forEach((id, sort) => move.run({ id, sort, now: clock() }))
  return {}
}

function readPhrases(read: ReadHandle): Omit<Phrase, 'initials'>[] {
  return statement<Omit<Phrase, 'initials'>>(
    read,
    `SELECT id, kind, type, title, content FROM phrase
     ORDER BY CASE kind WHEN 'template' THEN 0 ELSE 1 END, sort, id`,
  ).all()
}

function getPhrase({ orm }: ReadHandle, id: number) {
  const row = orm.select().from(phrase).where(eq(phrase.id, id)).get()
  if (!row) throw new AppError('phrases.not-found')
  return row
}

function nextSort(read: ReadHandle, kind: PhraseKind): number {
  const sql = 'SELECT max(sort) AS last FROM phrase WHERE kind = ?'
  return (statement<{ last: number | null }>(read, sql).get(kind)?.last ?? -1) + 1
}

const keyOf = ({ kind, title }: Pick<PhraseFields, 'kind' | 'title'>) =>
  `${kind}:${foldText(title)}`
