import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { preferences, type Preferences } from '@shared/features/preferences/preferences.contract'
import { z } from 'zod'
import { writeAtomically } from '../vault/header-file'

const stored = preferences.extend({ bookFolder: z.string().nullable().default(null) })
type Stored = z.output<typeof stored>

/** Settings of this computer in `preferences.json`: no personal data, only where the last book lies. A damaged file means defaults. */
export function createPreferencesStore(userData: string) {
  const path = join(userData, 'preferences.json')
  let current: Stored = read(path)
  return {
    get(): Preferences {
      const { bookFolder: _, ...shown } = current
      return shown
    },
    bookFolder: () => current.bookFolder,
    update(change: Partial<Stored>): void {
      current = stored.parse({ ...current, ...change })
      writeAtomically(path, Buffer.from(JSON.stringify(current)))
    },
  }
}

export type PreferencesStore = ReturnType<typeof createPreferencesStore>

function read(path: string): Stored {
  try {
    return stored.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return stored.parse({})
  }
}
