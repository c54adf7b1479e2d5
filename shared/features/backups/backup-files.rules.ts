import { toCompactDate, toIsoDate } from '@shared/core/dates'

export const backupExtension = '.kebubak'
export const partialSuffix = '.partial'

/** UTF-8 bytes left for the book's name, so that every name made from it stays under the 255 of common file systems. */
const maxNameBytes = 180

/**
 * File name of a backup: `<book name>-<yyyyMMdd-HHmmss>.kebubak` in local time, legal on FAT32.
 * @param attempt 1 and up; from 2 on it is appended, for two backups in one second
 */
export function backupFileName(bookName: string, instant: number, attempt = 1): string {
  const again = attempt > 1 ? `-${attempt}` : ''
  const moment = `${toCompactDate(instant)}-${localTime(instant)}`
  return `${shorten(bookName)}-${moment}${again}${backupExtension}`
}

/**
 * File name of a part of a backup that one file cannot hold: the first bears the name of the backup, the others
 * `<name>.part2.kebubak` and so on; `.partial` stays behind.
 * @param fileName of the first part @param part 1 and up
 */
export function partFileName(fileName: string, part: number): string {
  if (part === 1) return fileName
  const at = fileName.lastIndexOf(backupExtension)
  return `${fileName.slice(0, at)}.part${part}${fileName.slice(at)}`
}

/** The name of the first part, from the name of any part. @param part which one it is, 1 and up */
export function firstPartName(fileName: string, part: number): string {
  return part === 1 ? fileName : fileName.replace(`.part${part}${backupExtension}`, backupExtension)
}

/** Folder name of a book: `<book name>.kebu`. */
export function bookFolderName(bookName: string): string {
  return `${bookName}.kebu`
}

/**
 * Name under which a book that stands in the way of a restore is kept: `<book name> (kept 2026-11-22 0930).kebu`.
 * @param attempt 1 and up; from 2 on it is part of the name
 */
export function keptFolderName(bookName: string, instant: number, attempt = 1): string {
  const again = attempt > 1 ? ` ${attempt}` : ''
  const moment = `${toIsoDate(instant)} ${localTime(instant).slice(0, 4)}`
  return `${shorten(bookName)} (kept ${moment}${again}).kebu`
}

/** Cuts at a whole character; a cut must not leave a trailing dot or space, which Windows drops. */
function shorten(name: string): string {
  const encoder = new TextEncoder()
  let result = ''
  let bytes = 0
  for (const character of name) {
    bytes += encoder.encode(character).length
    if (bytes > maxNameBytes) return result.replace(/[. ]+$/, '')
    result += character
  }
  return result
}

/** HHmmss in local time. */
function localTime(instant: number): string {
  const local = new Date(instant)
  return [local.getHours(), local.getMinutes(), local.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join('')
}

type Placed = { uid: string; parentUid: string | null; fileName: string; folder: string }

/**
 * Which backups could be restored from what is there: their own file and all that they are built on, in one folder.
 * @param names of the files in each folder
 * @returns uids
 */
export function listCompleteChains(
  backups: Placed[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const byUid = new Map(backups.map((backup) => [backup.uid, backup]))
  const known = new Map<string, boolean>()
  const isComplete = (backup: Placed): boolean => {
    const before = known.get(backup.uid)
    if (before !== undefined) return before
    // Set first: a circle of parents is no chain.
    known.set(backup.uid, false)
    const parent = backup.parentUid === null ? null : byUid.get(backup.parentUid)
    const stands =
      parent === null ||
      (parent !== undefined && parent.folder === backup.folder && isComplete(parent))
    const complete = stands && names.get(backup.folder)?.has(backup.fileName) === true
    known.set(backup.uid, complete)
    return complete
  }
  return new Set(backups.filter(isComplete).map(({ uid }) => uid))
}
