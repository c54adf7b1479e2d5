import type { Drive } from './drives'

/** How often the drives are looked at while a book is open, in ms. */
export const lookMs = 3000

type Options = {
  list: () => Promise<Drive[]>
  isOpen: () => boolean
  /** The set of drives is another one than at the last look; `appeared` were not there then. */
  onChange: (appeared: Drive[]) => void
}

/**
 * Looks at the drives again and again while a book is open, and tells when one came or went. The first look after an unlock
 * counts every drive as new. Never two looks at a time.
 */
export function createDriveWatch({ list, isOpen, onChange }: Options) {
  let known = new Map<string, Drive>()
  let looking = false
  let wasOpen = false

  /** Answers whether the set is another one. */
  async function look(): Promise<boolean> {
    if (!isOpen()) {
      known = new Map()
      wasOpen = false
      return false
    }
    if (looking) return false
    looking = true
    try {
      const drives = await list()
      const next = new Map(drives.map((drive) => [`${drive.device} ${drive.path}`, drive]))
      const appeared = [...next].filter(([key]) => !known.has(key)).map(([, drive]) => drive)
      const gone = [...known.keys()].some((key) => !next.has(key))
      known = next
      const changed = appeared.length > 0 || gone || !wasOpen
      wasOpen = true
      if (changed) onChange(appeared)
      return changed
    } finally {
      looking = false
    }
  }

  return { look }
}
