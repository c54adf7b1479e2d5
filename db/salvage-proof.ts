import { existsSync, statSync } from 'node:fs'
import { AppError } from '@shared/core/errors'
import type { Book } from './handles'
import { findHeaderMark, type HeaderMark } from './header-mark'
import { openBook } from './open'

type ProveOptions = {
  path: string
  /** Page key, 32 bytes; overwritten with zeros. */
  key: Buffer
  nativeBinding?: string
}

export type SalvageProof = {
  /** The newest header that the salvaged book knows of. */
  headerMark: HeaderMark | null
  /** First audit entry of a lost end, told by the highest number that was ever given; null when the end is there. */
  auditMissingFrom: number | null
  /** Whether the audit trail has gaps before its end. */
  auditHasGaps: boolean
}

/**
 * Proves a salvaged file before it takes the place of the damaged one: it opens as a book does, which brings it to this program's schema,
 * all pages and indexes are whole, every reference points somewhere, and it closes without a log.
 * @throws AppError `vault.salvage-failed`, and as `openBook`
 */
export function proveSalvaged(options: ProveOptions): SalvageProof {
  const book = openBook({ ...options, mode: 'open' })
  try {
    if (book.raw.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new AppError('vault.salvage-failed', 'integrity check')
    const broken = book.raw.pragma('foreign_key_check')
    if (!Array.isArray(broken) || broken.length > 0)
      throw new AppError('vault.salvage-failed', 'foreign keys')
    return { headerMark: findHeaderMark(book), ...judgeTrail(book) }
  } finally {
    book.close()
    assertNoLog(options.path)
  }
}

function judgeTrail({ raw }: Book): Pick<SalvageProof, 'auditMissingFrom' | 'auditHasGaps'> {
  const sql = `SELECT count(*) AS entries, coalesce(max(id), 0) AS last,
    coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit_event'), 0) AS given FROM audit_event`
  const { entries, last, given } = raw.prepare(sql).get() as Record<
    'entries' | 'last' | 'given',
    number
  >
  return { auditMissingFrom: given > last ? last + 1 : null, auditHasGaps: entries < last }
}

/** A log that stayed would not go along with the file. */
function assertNoLog(path: string): void {
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0)
    throw new AppError('vault.salvage-failed', 'log is not empty')
}
