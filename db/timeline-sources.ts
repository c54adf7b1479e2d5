import { fieldLevelOf, mayUse, type Permission, scopeOf } from '@shared/core/permissions'
import type { TimelineKind } from '@shared/features/timeline/timeline.schema'
import type { Onlooker } from './customer-view'
import { taskMomentSql } from './schema/task'

/** Where a kind lies: its rows of a customer, its moment, who did it, what is told of it as JSON, and the texts of it that may be searched. */
export type TimelineSource = {
  rows: string
  at: string
  person: string
  facts: Record<string, string>
  /** Expressions of texts: those that are notes, those that are contact details, and those that everybody sees. */
  texts: { notes?: readonly string[]; contact?: readonly string[]; plain?: readonly string[] }
}

/** By kind. Each is read by an index of its customer, newest first. */
export const timelineSources: Readonly<Record<TimelineKind, TimelineSource>> = {
  'follow-up': {
    rows: 'follow_up WHERE customer_id = @customerId',
    at: 'occurred_at',
    person: 'follower_id',
    // The entry itself is read afterwards, for the lines of the page alone.
    facts: {},
    texts: {
      notes: [
        'content',
        'next_note',
        `(SELECT group_concat(file_name, char(10)) FROM attachment WHERE follow_up_id = follow_up.id)`,
      ],
      contact: ['(SELECT name FROM contact WHERE contact.id = follow_up.contact_id)'],
    },
  },
  task: {
    rows: 'task WHERE customer_id = @customerId',
    at: taskMomentSql,
    person: 'assignee_id',
    facts: { title: 'title', notes: 'notes', status: 'status', dueAt: 'due_at' },
    texts: { notes: ['title', 'notes'] },
  },
  'service-case': {
    rows: 'service_case WHERE customer_id = @customerId',
    at: 'opened_at',
    person: 'handler_id',
    facts: {
      ...{ subject: 'subject', content: 'content', result: 'result', caseKind: 'kind' },
      ...{ status: 'status', satisfaction: 'satisfaction', resolvedAt: 'resolved_at' },
    },
    texts: { notes: ['subject', 'content', 'result'] },
  },
  behavior: {
    rows: 'behavior WHERE customer_id = @customerId',
    at: 'at',
    person: 'user_id',
    facts: { behavior: 'kind', subject: 'subject', channel: 'channel', note: 'note' },
    texts: { notes: ['subject', 'note'], plain: ['channel'] },
  },
  stage: {
    rows: 'stage_change WHERE customer_id = @customerId',
    at: 'at',
    person: 'user_id',
    facts: { from: 'from_stage', to: 'to_stage', reason: 'reason' },
    texts: { notes: ['reason'] },
  },
  attachment: {
    // One that came with an entry stands there.
    rows: 'attachment WHERE customer_id = @customerId AND follow_up_id IS NULL',
    at: 'created_at',
    person: 'creator_id',
    facts: {
      fileName: 'file_name',
      bytes: '(SELECT bytes FROM attachment_blob WHERE id = blob_id)',
    },
    texts: { notes: ['file_name', 'note'] },
  },
  verification: {
    rows: 'verification WHERE customer_id = @customerId',
    at: 'at',
    person: 'user_id',
    facts: { field: 'field', method: 'method', note: 'note' },
    texts: { notes: ['note'] },
  },
  merge: {
    rows: 'customer WHERE merged_into_id = @customerId',
    at: 'ifnull(deleted_at, updated_at)',
    person: 'owner_id',
    facts: { code: 'code', name: 'name' },
    texts: { plain: ['code', 'name'] },
  },
  created: {
    rows: 'customer WHERE id = @customerId',
    at: 'created_at',
    person: 'creator_id',
    facts: { source: 'source' },
    texts: { plain: ['source'] },
  },
}

/** Facts that are notes: null for whoever may not see those (R084). */
export const timelineNotes: readonly string[] = [
  ...['title', 'notes', 'subject', 'content', 'result', 'note', 'reason'],
]

const permissions: Partial<Record<TimelineKind, Permission>> = {
  'follow-up': 'follow-ups.read',
  behavior: 'follow-ups.read',
  'service-case': 'service-cases.read',
}

/**
 * Which rows of a kind somebody may see, as a condition beside those of its source; null for none. Files and what was verified may
 * tell what is in notes and contact details; of tasks of others' customers one sees one's own (R083).
 */
export function seenRows(kind: TimelineKind, { role, relation }: Onlooker): string | null {
  const permission = permissions[kind]
  if (permission !== undefined) return mayUse(role, permission, relation) ? 'TRUE' : null
  if (kind === 'task') {
    if (mayUse(role, 'tasks.read', relation)) return 'TRUE'
    return scopeOf(role, 'tasks.read') === 'own' ? '@me IN (assignee_id, creator_id)' : null
  }
  if (kind === 'attachment') return fieldLevelOf(role, 'notes', relation) === 'full' ? 'TRUE' : null
  if (kind === 'verification')
    return fieldLevelOf(role, 'contact', relation) === 'none' ? null : 'TRUE'
  return 'TRUE'
}

/** All texts of a kind that somebody may see, as one expression; null for none. */
export function seenTexts(kind: TimelineKind, { role, relation }: Onlooker): string | null {
  const { notes = [], contact = [], plain = [] } = timelineSources[kind].texts
  const sees = (group: 'notes' | 'contact') => fieldLevelOf(role, group, relation) === 'full'
  const texts = [...plain, ...(sees('notes') ? notes : []), ...(sees('contact') ? contact : [])]
  return texts.length === 0 ? null : `concat_ws(char(10), ${texts.join(', ')})`
}
