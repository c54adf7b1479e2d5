import { z } from 'zod'
import { command } from '@shared/core/contract'
import { none } from '@shared/core/schemas'

/** After this long a copied secret leaves the clipboard, if it is still there. In ms (R089). */
export const clipboardMs = 30_000

export const clipboardContract = {
  /** Copies a value that was revealed; the clipboard is cleared after 30 s if it still holds it. */
  'clipboard.copyRevealed': command({
    home: 'main',
    permission: 'self',
    input: z.strictObject({ text: z.string().min(1).max(500) }),
    output: none,
    invalidates: [],
  }),
} as const
