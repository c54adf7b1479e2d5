const resets = new Set<() => void>()

/**
 * Registers what must be forgotten when the book closes: drafts, selections, read rows. Stores of features that
 * hold anything from the book call this once at module level.
 */
export function onBookClosed(reset: () => void): () => void {
  resets.add(reset)
  return () => {
    resets.delete(reset)
  }
}

/** Runs every registered reset; called by the app when the vault leaves the open phase. */
export function forgetBook(): void {
  for (const reset of resets) reset()
}
