import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const prefix = 'command-line-'
/** No command takes so long; in ms. */
const oldMs = 24 * 60 * 60_000

/** A folder for one command that runs beside the open program. */
export function makeOwnPlace(userData: string): string {
  return mkdtempSync(join(userData, prefix))
}

/** Takes away what killed commands left behind. */
export function removeOldPlaces(userData: string, now = Date.now()): void {
  mkdirSync(userData, { recursive: true })
  for (const name of readdirSync(userData).filter((entry) => entry.startsWith(prefix))) {
    const path = join(userData, name)
    const at = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - at > oldMs) rmSync(path, { recursive: true, force: true })
  }
}
