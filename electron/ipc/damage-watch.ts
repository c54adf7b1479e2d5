import type { MainContext } from './main-context'

/** Time for the window to keep what was typed, in ms. */
const draftsMs = 500

/** True for an answer of the data process that says that a page of the open book does not read. */
export function tellsOfDamage(answer: string): boolean {
  return answer.startsWith('{"ok":false') && answer.includes('"code":"vault.database-damaged"')
}

/**
 * Closes a book that turned out to be damaged while it was open, and shows what can be done: writing on would put new changes into a
 * file that may be failing (R094). A book that was opened only to look stays open.
 */
export function leaveDamagedBook({
  vault,
  data,
  emit,
}: Pick<MainContext, 'vault' | 'data' | 'emit'>): void {
  if (vault.state().readOnly === 'by-choice') return
  emit({ type: 'vault.locking', seconds: 0 })
  setTimeout(() => {
    void vault.leaveDamaged().then((left) => {
      if (!left) return
      data.warmUp()
      emit({ type: 'vault.changed' })
    })
  }, draftsMs)
}
