/** Lines and values of calendar files as RFC 5545 writes them. */

const longestLine = 75
const bytesOf = (character: string) => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** Cuts a line into pieces of at most 75 octets of UTF-8, never within a character; each piece after the first begins with a space. */
export function foldLine(line: string): string {
  let folded = ''
  let used = 0
  for (const character of line) {
    const bytes = bytesOf(character)
    if (used + bytes > longestLine) {
      folded += '\r\n '
      used = 1
    }
    folded += character
    used += bytes
  }
  return folded
}

/** Control characters but tab and line break: `\p{Cc}` without these two. */
const control = /(?![\t\n])\p{Cc}/gu

/** A text without what a calendar file cannot hold: one kind of line break, no control characters. */
export function calendarText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(control, '')
}

/** A value of type TEXT. */
export function escapeText(text: string): string {
  return calendarText(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

const two = (value: number, width = 2) => String(value).padStart(width, '0')

/** 20240515T013000Z */
export function utcStamp(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** 20240515T093000 on the clock of the place. */
export function localStamp(instant: number): string {
  const date = new Date(instant)
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => two(part))
  return `${dayStamp(instant)}T${time.join('')}`
}

/** 20240515 */
export function dayStamp(instant: number): string {
  const date = new Date(instant)
  return `${two(date.getFullYear(), 4)}${two(date.getMonth() + 1)}${two(date.getDate())}`
}
