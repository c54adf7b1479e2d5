import { AppError } from '@shared/core/errors'
import type { BookFinding, ReadOnlyReason } from '@shared/features/vault/book-condition.schema'
import type { Ballast } from './ballast'

/** The ballast waits until the first lists are read: writing it would make them wait for the disk, in ms. */
const ballastAfterMs = 5000

type Options = {
  /** Null for a book that was opened only to look. */
  ballast: Ballast | null
  readOnly: ReadOnlyReason | null
  findings: BookFinding[]
}

/** Whether an open book takes changes, and what was odd when it was opened (R094). Lives as long as the book is open. */
export function createBookCondition(options: Options) {
  const { ballast } = options
  let { readOnly, findings } = options
  const timer = readOnly ? undefined : setTimeout(() => void ballast?.keep(), ballastAfterMs)
  timer?.unref()

  return {
    readOnly: () => readOnly,
    findings: () => findings,
    dismissFindings: () => void (findings = []),
    /** @throws AppError `core.disk-full`, `core.read-only` */
    assertWritable(): void {
      if (readOnly)
        throw new AppError(readOnly === 'disk-full' ? 'core.disk-full' : 'core.read-only')
    },
    /** A write met a full disk: no more changes, and the ballast gives room to close the book in. */
    async noteFull(): Promise<void> {
      clearTimeout(timer)
      readOnly ??= 'disk-full'
      await ballast?.release()
    },
    /**
     * Takes changes again when there is room for the ballast, which is more than one command needs.
     * @param resume a first write
     * @throws AppError `core.disk-full` when there is not
     */
    async tryWriting(resume: () => Promise<unknown>): Promise<void> {
      if (readOnly !== 'disk-full') return
      if (!(await ballast?.keep())) throw new AppError('core.disk-full', 'no room for the ballast')
      await resume()
      readOnly = null
    },
    /** On a full disk the book can be closed only after the ballast is gone. */
    async makeRoomToClose(): Promise<void> {
      if (readOnly === 'disk-full') await ballast?.release()
    },
    end: () => clearTimeout(timer),
  }
}

export type BookCondition = ReturnType<typeof createBookCondition>
