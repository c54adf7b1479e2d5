import { createHmac } from 'node:crypto'
import type { Clock } from '@shared/core/clock'
import type { Book, ReadHandle, WriteHandle } from './handles'
import { statement } from './statements'

/** One line of the audit trail. No names, no values: routes, row ids and counts only. */
export type AuditEntry = {
  commandId: number | null
  /** Null while nobody is signed in, such as at a refused password. */
  userId: number | null
  route: string
  at: number
  /** Number of row changes. */
  changes: number
  /** What a sensitive read looked at, such as `customer:12 phone`. */
  subject: string | null
}

type StoredEntry = AuditEntry & { id: number; previousHash: string; hash: string }

const columns = `id, command_id AS commandId, user_id AS userId, route, at, changes, subject,
  previous_hash AS previousHash, hash`
const beginning = '0'.repeat(64)

/** Hash of the newest audit entry, for `state.json` and backup manifests; null in a new book. */
export function findAuditHead(read: ReadHandle): { id: number; hash: string } | null {
  const row = statement<{ id: number; hash: string }>(
    read,
    'SELECT id, hash FROM audit_event ORDER BY id DESC LIMIT 1',
  ).get()
  return row ?? null
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

type EventOptions = {
  route: string
  userId: number | null
  subject?: string
  clock: Clock
  auditKey: Buffer
}

/** Records an event that is no command of the book, such as unlocking or a backup, in a transaction of its own. */
export function recordEvent(book: Book, options: EventOptions): void {
  const { route, userId, subject = null, clock, auditKey } = options
  book.raw
    .transaction(() => {
      const entry = { commandId: null, userId, route, at: clock(), changes: 0, subject }
      appendAudit(book.read, auditKey, entry)
    })
    .immediate()
}

/** Says what the running command looks at, for its audit entry: table and row id, never a value. */
export function noteSubject(write: WriteHandle, subject: string): void {
  statement(write, 'UPDATE current_command SET subject = ?').run(subject)
}

export type ChainVerdict =
  { intact: true; entries: number; head: string | null } | { intact: false; brokenAt: number }

/**
 * Walks the whole chain. `brokenAt` is the id of the first entry that was changed, put in, or stands behind a missing one.
 * Entries cut off at the end are not visible here: compare `head` with one kept elsewhere.
 */
export function verifyAuditChain(read: ReadHandle, auditKey: Buffer): ChainVerdict {
  const rows = statement<StoredEntry>(read, `SELECT ${columns} FROM audit_event ORDER BY id`)
  let previousHash = beginning
  let entries = 0
  for (const entry of rows.iterate()) {
    entries += 1
    const hash = hashEntry(auditKey, previousHash, entry.id, entry)
    if (entry.id !== entries || entry.previousHash !== previousHash || entry.hash !== hash)
      return { intact: false, brokenAt: entry.id }
    previousHash = hash
  }
  return { intact: true, entries, head: entries === 0 ? null : previousHash }
}

function hashEntry(auditKey: Buffer, previousHash: string, id: number, entry: AuditEntry): string {
  const { commandId, userId, route, at, changes, subject } = entry
  // An array, because its JSON has one writing only.
  const canonical = JSON.stringify([id, commandId, userId, route, at, changes, subject])
  return createHmac('sha256', auditKey).update(previousHash).update(canonical).digest('hex')
}
