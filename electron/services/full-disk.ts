import { toErrorShape } from '@shared/core/errors'

/** How the envelope of a refused request begins; it crosses main as text that nobody parses. */
const fullAnswer = '{"ok":false,"error":{"code":"core.disk-full"'

/**
 * Hands an answer of the data process on, and says so when a write of the book met a full disk: as an error, or as an envelope.
 * @param onFull called before the caller has the answer
 */
export async function tellWhenFull<T>(answer: Promise<T>, onFull: () => void): Promise<T> {
  try {
    const done = await answer
    if (typeof done === 'string' && done.startsWith(fullAnswer)) onFull()
    return done
  } catch (error) {
    if (toErrorShape(error).code === 'core.disk-full') onFull()
    throw error
  }
}
