import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/core/errors'

/**
 * Paths that the person picked in a native dialog, or that main proposes. The window gets a token, never the right to name a
 * path, so a broken renderer cannot read or write anywhere else. Grants die with the program.
 */
export function createFileGrants() {
  const paths = new Map<string, string>()
  const tokens = new Map<string, string>()
  return {
    /** The same path keeps its token, so that a list that is read again and again does not grow. */
    grant(path: string): string {
      const known = tokens.get(path)
      if (known !== undefined) return known
      const token = randomUUID()
      paths.set(token, path)
      tokens.set(path, token)
      return token
    },
    /** @throws AppError `vault.grant-gone` for a token of another run */
    pathOf(token: string): string {
      const path = paths.get(token)
      if (path === undefined) throw new AppError('vault.grant-gone', 'unknown file token')
      return path
    },
  }
}

export type FileGrants = ReturnType<typeof createFileGrants>
