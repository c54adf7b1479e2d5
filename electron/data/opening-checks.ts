import { type EventNote, findLastMoment } from '@db/audit'
import type { Book } from '@db/handles'
import { findMissingChanges } from '@db/missing-changes'
import type { BookFinding } from '@shared/features/vault/book-condition.schema'
import { judgeClock } from '@shared/features/vault/clock.rules'
import { findMark } from './high-water'
import type { AuditHead } from './operations'

export type OpeningChecks = {
  /** The newest end of the audit chain that is known from outside of the book. */
  knownHead: AuditHead
  findings: BookFinding[]
  /** For the audit trail. */
  notes: EventNote[]
}

/**
 * Compares a book with what was noted outside of it and with the computer's clock, before anything is written into it.
 * @param auditHead the end of the chain as main knows it
 * @param now epoch ms
 */
export function checkAtOpening(
  { read, path }: Book,
  { auditHead, now }: { auditHead: AuditHead; now: number },
): OpeningChecks {
  const known =
    findMark(path, auditHead) ?? (auditHead && { head: auditHead, commandId: null, at: null })
  const missing = known && findMissingChanges(read, known)
  const clock = judgeClock(now, findLastMoment(read))
  return {
    knownHead: known?.head ?? null,
    findings: [
      ...(missing ? [missing] : []),
      ...(clock ? [{ kind: 'clock', ...clock } as const] : []),
    ],
    notes: missing ? [noteOf(missing.commands, now)] : [],
  }
}

/** The subject says how many commands are gone, where that is known. */
function noteOf(commands: number | null, now: number): EventNote {
  const subject = commands === null ? null : `lines:${commands}`
  return { route: 'vault.changesMissing', at: now, userUid: null, subject }
}
