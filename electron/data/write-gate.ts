import type { Book } from '@db/handles'
import { noteOpened } from '@db/quick-check'
import { AppError, toErrorShape } from '@shared/core/errors'
import type { ReadOnlyReason } from '@shared/features/vault/book-condition.schema'

/** Where every transaction of an open book goes through: shut for a book that takes no changes (R094). */
export function createWriteGate(reason: ReadOnlyReason | null) {
  let shut = reason
  return {
    /**
     * Runs one transaction. After one that met a full disk no other is begun: what room is left is for closing the book.
     * @throws AppError `core.disk-full`, `core.read-only`
     */
    pass<T>(work: () => T): T {
      if (shut) throw new AppError(shut === 'disk-full' ? 'core.disk-full' : 'core.read-only')
      try {
        return work()
      } catch (error) {
        if (toErrorShape(error).code === 'core.disk-full') shut = 'disk-full'
        throw error
      }
    },
    /** From here on nothing is written, since the disk is full. */
    shutAsFull: () => void (shut ??= 'disk-full'),
    /** Opens it again after a full disk. @throws the error of a first write that does not go well either */
    reopen(book: Book): void {
      if (shut !== 'disk-full') return
      noteOpened(book.raw)
      shut = null
    },
  }
}

export type WriteGate = ReturnType<typeof createWriteGate>
