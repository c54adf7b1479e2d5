import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of one test, taken away when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
