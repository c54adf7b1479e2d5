import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { viewerOf, viewerValues, writableRows } from '../access'
import type { QuietContext, ReadContext } from '../context'
import type { FieldCipher } from '../field-cipher'
import { statement } from '../statements'

/** Drafts that one person may keep; the oldest make room for new ones. */
export const mostDrafts = 200

type Draft = RouteOutput<'drafts.list'>['drafts'][number]
type Sealed = { key: string; content: string }

/**
 * Unsaved forms of the caller, newest first (X1). Left out: what is sealed and does not open, and the form of a customer whom the
 * caller may not change any more, since it holds contact details that were revealed for the form.
 */
export function listDrafts({ read, session, clock, fields }: ReadContext): { drafts: Draft[] } {
  const viewer = viewerOf(read, { session, clock })
  const drafts = statement<Draft & { sealed: number }>(
    read,
    `SELECT key, content, sealed, updated_at AS updatedAt FROM draft
     WHERE user_id = @userId AND (key NOT GLOB 'customer:[0-9]*' OR EXISTS (
       SELECT 1 FROM customer WHERE customer.id = CAST(substr(draft.key, 10) AS INTEGER)
         AND ${writableRows(viewer, 'customers.write')}))
     ORDER BY updated_at DESC, id DESC`,
  ).all({ ...viewerValues(viewer), userId: session.userId })
  return {
    drafts: drafts.flatMap(({ sealed, ...draft }) => {
      const content = sealed ? openContent(fields, session.userId, draft) : draft.content
      return content === null ? [] : [{ ...draft, content }]
    }),
  }
}

/**
 * Keeps what was typed into a form, sealed under the second key where the caller has it, because a form may hold an ID number (R015, R089).
 * Drafts of the caller that this key does not open go at this occasion. Without the key sealed ones stay: an owner who looks at the
 * program as another role finds them again.
 */
export function saveDraft(
  context: QuietContext,
  { key, content }: RouteParsedInput<'drafts.save'>,
): Record<string, never> {
  const { write, session, clock, fields } = context
  const { userId } = session
  statement(
    write,
    `INSERT INTO draft (user_id, key, content, sealed, updated_at) VALUES (@userId, @key, @content, @sealed, @now)
     ON CONFLICT (user_id, key) DO UPDATE SET content = excluded.content, sealed = excluded.sealed, updated_at = excluded.updated_at`,
  ).run({
    ...{ userId, key, now: clock(), sealed: fields ? 1 : 0 },
    content: fields ? fields.encrypt(content, ownerOf(userId, key)) : content,
  })
  dropUnreadable(context)
  statement(
    write,
    `DELETE FROM draft WHERE user_id = @userId AND id NOT IN (
       SELECT id FROM draft WHERE user_id = @userId ORDER BY key = @key DESC, updated_at DESC, id DESC LIMIT @most)`,
  ).run({ userId, key, most: mostDrafts })
  return {}
}

/** Forgets the draft of a form that was saved or thrown away; one that is not there is no error. */
export function dropDraft(
  { write, session }: QuietContext,
  { key }: RouteParsedInput<'drafts.drop'>,
): Record<string, never> {
  statement(write, 'DELETE FROM draft WHERE user_id = ? AND key = ?').run(session.userId, key)
  return {}
}

function dropUnreadable(context: QuietContext): void {
  const { write, session, fields } = context
  if (!fields) return
  const sealed = statement<Sealed>(
    write,
    'SELECT key, content FROM draft WHERE user_id = ? AND sealed = 1',
  ).all(session.userId)
  for (const draft of sealed)
    if (openContent(fields, session.userId, draft) === null) dropDraft(context, draft)
}

function openContent(fields: FieldCipher | null, userId: number, draft: Sealed): string | null {
  if (!fields) return null
  try {
    return fields.decrypt(draft.content, ownerOf(userId, draft.key))
  } catch {
    return null
  }
}

/** Binds a sealed draft to its person and form, so that rows cannot be swapped. */
function ownerOf(userId: number, key: string): string {
  return `draft:${userId}:${key}`
}
