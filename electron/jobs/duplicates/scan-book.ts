import { connectToBook } from '@db/customer-copies/connect-for-copies'
import { type Scan, scanDuplicates } from '@db/duplicates/scan'
import type { JobReport } from '@shared/features/jobs/jobs.contract'
import { throwIfCancelled } from '../backup/errors'

export type ScanInput = {
  /** The open book, which is only read; its key is overwritten with zeros here. */
  path: string
  key: Uint8Array
}

/**
 * Looks through the open book for duplicates over a read-only connection of its own, so that nobody waits (R051).
 * @throws AppError core.cancelled
 */
export async function scanBook(
  input: ScanInput,
  report: (progress: JobReport) => void,
  signal: AbortSignal,
): Promise<Scan> {
  const key = Buffer.from(input.key)
  const book = connectToBook({ path: input.path, key })
  try {
    // One moment of the book, whatever is written meanwhile.
    book.raw.exec('BEGIN')
    return await scanDuplicates(book, async (done, total) => {
      throwIfCancelled(signal)
      report({ phase: 'checking', done, total, unit: 'rows' })
      await new Promise(setImmediate)
    })
  } finally {
    book.raw.close()
    key.fill(0)
    input.key.fill(0)
  }
}
