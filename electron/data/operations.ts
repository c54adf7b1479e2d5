import type { CalendarSlice } from '@db/repositories/task-calendar'
import type { OpenedAttachment } from '@db/repositories/attachments'
import type { Role } from '@shared/core/permissions'
import type { DueReminder } from '@db/repositories/reminders'
import type { Scan } from '@db/duplicates/scan'
import type { BackupDrill } from '@shared/features/backups/backup-drill.schema'
import type { AuditFilter, AuditLine } from '@shared/features/audit/audit.schema'
import type { BookFinding } from '@shared/features/vault/book-condition.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { ExportShape } from '@shared/features/exports/export-columns.rules'
import type { ExportSelection } from '@shared/features/exports/exports.contract'
import type { ChosenErasureReason } from '@shared/features/customers/customers.enums'
import type { CalendarEntry, CalendarOutcome } from '@shared/features/tasks/calendar-file.schema'
import type { UserStatus } from '@shared/features/users/users.schema'

/** A person of the vault header, as the book's own table of people knows them. */
export type KnownUser = { uid: string; name: string; role: Role; status: UserStatus }

/** Something that happened in main and belongs into the audit trail. `userUid` is null while nobody was signed in. */
export type AuditNote = {
  route: string
  at: number
  userUid: string | null
  subject: string | null
}

/** The end of the audit chain. */
export type AuditHead = { id: number; hash: string } | null

/** A customer who was erased: identity and moment, nothing else. */
export type Deletion = { uid: string; at: number }

/** Everything main may ask of the data process. The link seals keys on their way. */
export type DataOperations = {
  open: {
    payload: {
      path: string
      create: boolean
      pageKey: Uint8Array
      auditKey: Uint8Array
      /** Null for roles that may not see what is sealed under it. */
      fieldKey: Uint8Array | null
      userUid: string
      users: KnownUser[]
      /** State of the header that the keys came from; an older one than the book has seen is refused. */
      header: { generation: number; recoverySlotId: string; isRecovery: boolean }
      /** What happened since the book was last open: refused passwords, then this unlock. */
      notes: AuditNote[]
      /** End of the audit chain when the book was last closed, as kept outside of it; null where nothing is known. */
      auditHead: AuditHead
      /** Who was erased, as this computer remembers it; those who are back in the book go before anybody sees a list. */
      deletions?: Deletion[]
      /** For a look without any change: nothing is written, and commands are refused. */
      readonly?: boolean
    }
    /** `headerGeneration`: the highest one this book knows of. `deletions`: everybody who was ever erased from it. */
    answer: {
      auditHead: AuditHead
      headerGeneration: number
      findings: BookFinding[]
      deletions: Deletion[]
    }
  }
  close: { payload: null; answer: { auditHead: AuditHead } }
  /** Refuses commands with `core.disk-full` from here on, as after a command that met a full disk. */
  'writing.pause': { payload: null; answer: null }
  /** Takes commands again when a first write goes well. */
  'writing.resume': { payload: null; answer: null }
  /** Remembers the newest header, so that an older one is refused later. */
  'header.note': { payload: { generation: number; recoverySlotId: string }; answer: null }
  /** The role that the caller's requests are judged by: for a look at the program as another role. */
  'session.setRole': { payload: { role: Role }; answer: null }
  'users.sync': { payload: { users: KnownUser[] }; answer: null }
  'users.listFacts': {
    payload: null
    answer: { uid: string; customers: number; lastUnlockAt: number | null }[]
  }
  /** Gives all customers of a person to another one, or to the pool; under one command. */
  'users.handOver': {
    payload: { fromUid: string; toUid: string | null }
    answer: { changed: number }
  }
  /** Erases customers for good; answers who they were, without a name. */
  'customers.erase': {
    payload: { ids: number[]; reason: ChosenErasureReason }
    answer: Deletion[]
  }
  /** Puts a proven copy of a backup beside the open book, read-only; one before it is closed. */
  'copies.open': { payload: { path: string; pageKey: Uint8Array }; answer: null }
  'copies.close': { payload: null; answer: null }
  /** How many erased customers were in the book when it was opened, and went again. */
  'deletions.countReapplied': { payload: null; answer: { count: number } }
  /** Puts what a scan has found in place of what was known. */
  'duplicates.store': { payload: Scan; answer: null }
  /** What time alone brings about: automatic tags that go by days, rules of silence. Without any no command is written. */
  'daily.run': { payload: null; answer: { changed: boolean } }
  'audit.record': { payload: { notes: AuditNote[] }; answer: null }
  /** Walks the chain; `head` is the end that main knows of, null when it knows none. */
  'audit.check': {
    payload: { head: AuditHead }
    answer:
      | { result: 'intact'; entries: number; head: string | null }
      | { result: 'entry-changed'; brokenAt: number; at: number | null }
      | { result: 'end-missing'; brokenAt: number; entries: number }
  }
  /** Lines for the export, oldest first, after an id. */
  'audit.page': {
    payload: { filter: AuditFilter; after: number; limit: number }
    answer: { lines: AuditLine[]; head: AuditHead }
  }
  /** A route of the contract with `home: 'data'`; the answer is the envelope as JSON text, passed on unread. */
  request: { payload: { route: string; input: unknown }; answer: string }
  /** What of the person’s own has fallen due since the last call, while it was open: each thing once. */
  'reminders.take': { payload: null; answer: { due: DueReminder[] } }
  /** What a file at a customer is, for those who may see it. */
  'attachments.open': { payload: { id: number }; answer: OpenedAttachment }
  /** One piece of it; rights are asked for each. */
  'attachments.read': { payload: { id: number; sequence: number }; answer: Uint8Array }
  /** Who is in an export, and the fields of one's own that are its last columns, for those who may export. */
  'exports.begin': {
    payload: { selection: ExportSelection }
    answer: { ids: number[]; fields: CustomField[]; role: Role }
  }
  /** The lines of some of them as CSV; rights are asked for each. */
  'exports.read': {
    payload: { ids: number[]; shape: ExportShape }
    answer: { text: string; rows: number }
  }
  /** What goes into a calendar file: tasks and next steps. */
  'calendar.begin': { payload: { whose: 'mine' | 'all' }; answer: CalendarSlice }
  /** Some of them as text; rights are asked for each. `step` is what a next step without a note is called. */
  'calendar.read': {
    payload: CalendarSlice & { step: string }
    answer: { text: string; entries: number }
  }
  /** What would be done with the entries of a calendar file. */
  'calendar.compare': { payload: { entries: CalendarEntry[] }; answer: CalendarOutcome }
  /** Writes them under one command. */
  'calendar.write': {
    payload: { entries: CalendarEntry[]; withPast: boolean }
    answer: CalendarOutcome
  }
  /** Good rows arrive over the port, then the whole import is written under one command. */
  'imports.write': {
    payload: { fileName: string; rejected: number }
    answer: { commandId: number; customers: number }
  }
  'snapshot.hold': {
    payload: { pageKey: Uint8Array }
    answer: {
      rowCounts: Record<string, number>
      auditHead: string
      schemaVersion: number
      pageSize: number
      pageCount: number
    }
  }
  /** `held` is false when the snapshot was lost meanwhile, because the process had to start anew. */
  'snapshot.release': { payload: null; answer: { held: boolean } }
  /** Proven backups of this book, newest first. */
  'backups.uids': { payload: null; answer: { uids: string[] } }
  /** Whether anything was changed since the newest backup began to be copied. */
  'backups.hasChanged': { payload: { startedAt: number }; answer: { changed: boolean } }
  /** Remembers a rehearsal of a restore, under a command of its own. */
  'backups.noteDrill': { payload: BackupDrill; answer: null }
  /** Forgets backups whose files the rule removed. */
  'backups.forget': { payload: { uids: string[] }; answer: null }
  'backups.record': {
    payload: {
      uid: string
      fileName: string
      folder: string
      kind: 'full' | 'differential' | 'incremental'
      parentUid: string | null
      bytes: number
      customers: number
      startedAt: number
      provenAt: number
    }
    answer: { id: number }
  }
}
