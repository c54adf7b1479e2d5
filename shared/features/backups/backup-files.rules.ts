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
