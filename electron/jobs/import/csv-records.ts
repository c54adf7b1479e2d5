import { AppError } from '@shared/core/errors'
import { limits } from './limits'

type Found = { cells: string[]; next: number }

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/**
 * Reads delimited text piece by piece (RFC 4180 with \n, \r\n or \r). A record whose quoting is broken is read as one line with
 * the quotes as text, so that a stray quote never swallows the rows after it.
 */
export function createRecordReader(delimiter: string) {
  let buffer = ''
  let given = 0
  const take = (isEnd: boolean): string[][] => {
    const records: string[][] = []
    let position = 0
    while (position < buffer.length) {
      const found =
        readRecord(buffer, position, delimiter, isEnd) ??
        (buffer.length - position > limits.recordLength
          ? readLine(buffer, position, delimiter, isEnd)
          : null)
      if (!found) {
        if (buffer.length - position > limits.recordLength) throw tooLong(given + 1)
        break
      }
      if (found.next - position > limits.recordLength) throw tooLong(given + 1)
      given += 1
      records.push(found.cells)
      position = found.next
    }
    buffer = buffer.slice(position)
    return records
  }
  return {
    /** The records that are complete so far. @throws AppError `imports.line-too-long` (details `row`) */
    push(text: string): string[][] {
      buffer += text
      return take(false)
    },
    /** The rest, when there is no more text. */
    end: (): string[][] => take(true),
  }
}

function tooLong(row: number): AppError {
  return new AppError('imports.line-too-long', 'record over the cap', {
    row,
    megabytes: limits.recordLength / 1024 / 1024,
  })
}

/** One record from `start`; null when more text is needed. */
function readRecord(text: string, start: number, delimiter: string, isEnd: boolean): Found | null {
  const cells: string[] = []
  const separator = delimiter.charCodeAt(0)
  let position = start
  for (;;) {
    let end: number
    if (text.charCodeAt(position) === quote) {
      const close = findClosingQuote(text, position, separator, isEnd)
      if (close === 'more') return null
      if (close === 'broken') return readLine(text, start, delimiter, isEnd)
      cells.push(text.slice(position + 1, close.quoteAt).replaceAll('""', '"'))
      end = close.end
    } else {
      end = findCellEnd(text, position, separator)
      cells.push(text.slice(position, end))
    }
    if (end >= text.length) return isEnd ? { cells, next: text.length } : null
    if (text.charCodeAt(end) !== separator) {
      const next = afterLineEnd(text, end, isEnd)
      return next === null ? null : { cells, next }
    }
    position = end + 1
  }
}

function findClosingQuote(
  text: string,
  open: number,
  separator: number,
  isEnd: boolean,
): { quoteAt: number; end: number } | 'more' | 'broken' {
  for (let from = open + 1; ;) {
    const quoteAt = text.indexOf('"', from)
    if (quoteAt < 0) return isEnd ? 'broken' : 'more'
    if (text.charCodeAt(quoteAt + 1) === quote) {
      from = quoteAt + 2
      continue
    }
    let end = quoteAt + 1
    while (text.charCodeAt(end) === 32) end += 1
    if (end >= text.length) return isEnd ? { quoteAt, end } : 'more'
    const code = text.charCodeAt(end)
    return code === separator || code === lineFeed || code === carriageReturn
      ? { quoteAt, end }
      : 'broken'
  }
}

function findCellEnd(text: string, from: number, separator: number): number {
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === separator || code === lineFeed || code === carriageReturn) return index
  }
  return text.length
}

/** Position after \n, \r\n or \r; null when the \n of a \r\n may still come. */
function afterLineEnd(text: string, at: number, isEnd: boolean): number | null {
  if (text.charCodeAt(at) === lineFeed) return at + 1
  if (at + 1 >= text.length) return isEnd ? at + 1 : null
  return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1
}

/** One physical line, quotes as text. */
function readLine(text: string, start: number, delimiter: string, isEnd: boolean): Found | null {
  let end = start
  while (
    end < text.length &&
    text.charCodeAt(end) !== lineFeed &&
    text.charCodeAt(end) !== carriageReturn
  )
    end += 1
  if (end >= text.length && !isEnd) return null
  const next = end >= text.length ? text.length : afterLineEnd(text, end, isEnd)
  return next === null ? null : { cells: text.slice(start, end).split(delimiter), next }
}
