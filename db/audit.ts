import { createHmac } from 'node:crypto'
import type { Book, ReadHandle, WriteHandle } from './handles'
import { statement } from './statements'

/** One line of the audit trail. No names, no values: routes, row ids and counts only. */
export type AuditEntry = {
  commandId: number | null
  /** Null while nobody is signed in, such as at a refused password. */
  userId: number | null
  route: string
  /** Epoch ms. An event that waited for the book to open has an earlier one than the entry before it. */
  at: number
  /** Number of row changes. */
  changes: number
  /** What was looked at or touched, such as `customer:12 phone`. */
  subject: string | null
}

/** The end of the chain at some moment, kept outside the database to show later that nothing was cut off. */
export type AuditHead = { id: number; hash: string }

/** What stands for the hash before the first entry. */
export const beginning = '0'.repeat(64)

/** The newest audit entry, for `state.json` and backup manifests; null in a new book. */
export function findAuditHead(read: ReadHandle): AuditHead | null {
  const row = statement<AuditHead>(
    read,
    'SELECT id, hash FROM audit_event ORDER BY id DESC LIMIT 1',
  ).get()
  return row ?? null
}

/** Moment of the newest entry, for judging the computer's clock; null in a new book. */
export function findLastMoment(read: ReadHandle): number | null {
  const sql = 'SELECT at FROM audit_event ORDER BY id DESC LIMIT 1'
  return statement<{ at: number }>(read, sql).get()?.at ?? null
}

/** Appends one entry to the chain (R087); must run inside a transaction. */
export function appendAudit(handle: ReadHandle, auditKey: Buffer, entry: AuditEntry): void {
  const head = findAuditHead(handle)
  const id = (head?.id ?? 0) + 1
  const previousHash = head?.hash ?? beginning
  const hash = hashEntry(auditKey, previousHash, id, entry)
  statement(
    handle,
    `INSERT INTO audit_event (id, command_id, user_id, route, at, changes, subject, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[id, entry.commandId, entry.userId, entry.route, entry.at, entry.changes],
    ...[entry.subject, previousHash, hash],
  )
}

/** An event that is no command of the book, such as unlocking or a backup. */
export type EventNote = {
  route: string
  at: number
  /** Null while nobody was signed in. */
  userUid: string | null
  subject: string | null
}

/**
 * Records events in their order, all or none, in one transaction of its own. People are named by uid and kept by row id;
 * one whom this book does not know stays out of `user_id`, and in `user:<uid>` stays as it is.
 */
export function recordEvents(book: Book, auditKey: Buffer, notes: readonly EventNote[]): void {
  if (notes.length === 0) return
  book.raw
    .transaction(() => {
      for (const { route, at, userUid, subject } of notes) {
        const userId = userUid === null ? null : findUserId(book.read, userUid)
        const named = nameByRow(book.read, subject)
        const entry = { commandId: null, userId, route, at, changes: 0, subject: named }
        appendAudit(book.read, auditKey, entry)
      }
    })
    .immediate()
}

function findUserId(read: ReadHandle, uid: string): number | null {
  return statement<{ id: number }>(read, 'SELECT id FROM user WHERE uid = ?').get(uid)?.id ?? null
}

/** `user:<uid> sales` → `user:3 sales`, so that subjects name rows and nothing else. */
function nameByRow(read: ReadHandle, subject: string | null): string | null {
  const [, uid, rest = ''] = /^user:([0-9a-f]{8}-[0-9a-f-]{27})(.*)$/s.exec(subject ?? '') ?? []
  const id = uid === undefined ? null : findUserId(read, uid)
  return id === null ? subject : `user:${id}${rest}`
}

/** Route of the entry that says that an end was found missing. */
export const missingEnd = 'audit.endMissing'

/**
 * Writes down that the chain does not hold the end that was noted when the book was last closed: while it was closed, entries were
 * cut off or the file was put back to an older one. To be called at open, before a new end is noted; reads one row.
 * @param head the end as it was kept outside the database, or null
 * @param now epoch ms
 */
export function noteMissingEnd(
  book: Book,
  auditKey: Buffer,
  { head, now }: { head: AuditHead | null; now: number },
): void {
  if (head === null) return
  const sql = 'SELECT hash FROM audit_event WHERE id = ?'
  if (statement<{ hash: string }>(book.read, sql).get(head.id)?.hash === head.hash) return
  const brokenAt = Math.min(head.id, (findAuditHead(book.read)?.id ?? 0) + 1)
  const subject = `entry:${brokenAt}`
  recordEvents(book, auditKey, [{ route: missingEnd, at: now, userUid: null, subject }])
}

/** Says what the running command looks at, for its audit entry: table and row id, never a value. */
export function noteSubject(write: WriteHandle, subject: string): void {
  statement(write, 'UPDATE current_command SET subject = ?').run(subject)
}

/** @returns hex; `previousHash` is `beginning` for the first entry */
export function hashEntry(
  auditKey: Buffer,
  previousHash: string,
  id: number,
  entry: AuditEntry,
): string {
  const { commandId, userId, route, at, changes, subject } = entry
  // An array, because its JSON has one writing only.
  const canonical = JSON.stringify([id, commandId, userId, route, at, changes, subject])
  return createHmac('sha256', auditKey).update(previousHash).update(canonical).digest('hex')
}
