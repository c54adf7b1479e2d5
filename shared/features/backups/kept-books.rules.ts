import { bookFolderName } from './backup-files.rules'

/** What the name of a kept book says: whose place it had, and since when it is kept. */
export type KeptName = {
  /** Name of the folder that it had. */
  folderName: string
  /** Epoch ms of the minute in the name, read as local time. */
  keptAt: number
}

const pattern = /^(.+) \(kept (\d{4})-(\d{2})-(\d{2}) (\d{2})(\d{2})(?: \d{1,2})?\)\.kebu$/

/** Reads `<book name> (kept 2026-11-22 0930).kebu`; null for every other name. */
export function readKeptName(name: string): KeptName | null {
  const match = pattern.exec(name)
  if (!match) return null
  const [, bookName = '', ...digits] = match
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = digits.slice(0, 5).map(Number)
  const at = new Date(year, month - 1, day, hour, minute)
  const isReal = at.getMonth() === month - 1 && at.getDate() === day && hour < 24 && minute < 60
  return isReal ? { folderName: bookFolderName(bookName), keptAt: at.getTime() } : null
}
