import { cleanCell } from './cell'
import { findDate, looksLikeData } from './content'
import { findMeaning } from './synonyms'

export type Header = {
  names: string[]
  /** Index of the header among the records; −1 when the file has none. */
  at: number
}

const searchedRecords = 10

/**
 * Finds the line that names the columns: the first with two known headers, below at most a title; else the first line, unless
 * it looks like a customer. Without a header the columns get the letters of a spreadsheet.
 */
export function findHeader(records: readonly string[][]): Header {
  const first = records.findIndex((cells) => cells.some((cell) => cleanCell(cell) !== ''))
  const at = findKnownHeader(records, first)
  if (at >= 0) return { names: nameColumns(records[at] ?? []), at }
  const cells = records[first] ?? []
  const known = cells.filter((cell) => findMeaning(cleanCell(cell)) !== null).length
  if (known === 0 && cells.some((cell) => looksLikeData(cleanCell(cell)))) return headless(records)
  return { names: nameColumns(cells), at: first }
}

function findKnownHeader(records: readonly string[][], first: number): number {
  for (
    let index = first;
    index >= 0 && index < Math.min(records.length, first + searchedRecords);
    index += 1
  ) {
    const cells = (records[index] ?? []).map(cleanCell)
    const known = cells.filter((cell) => findMeaning(cell) !== null).length
    if (known >= 2 && !cells.some((cell) => findDate(cell))) return index
    // Only a title may stand above the header, never a customer.
    if (cells.filter((cell) => cell !== '').length > 2) return -1
  }
  return -1
}

function headless(records: readonly string[][]): Header {
  const width = records.slice(0, 200).reduce((most, cells) => Math.max(most, cells.length), 0)
  return { names: Array.from({ length: width }, (_, index) => columnLetter(index)), at: -1 }
}

/** Trimmed names; repeats are kept apart as 电话, 电话 (2); a nameless column gets its letter. */
function nameColumns(cells: readonly string[]): string[] {
  const used = new Set<string>()
  return cells.map((cell, index) => {
    const base = cleanCell(cell).replace(/\s+/g, ' ') || columnLetter(index)
    let name = base
    for (let count = 2; used.has(name); count += 1) name = `${base} (${count})`
    used.add(name)
    return name
  })
}

/** A, B … Z, AA as spreadsheets count; 0 is A. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}
