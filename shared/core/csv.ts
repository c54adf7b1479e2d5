/** UTF-8 mark, without which Excel takes a CSV for the code page of the machine. */
export const csvMark = '\uFEFF'

const apostrophe = 39
const formula = /^[=+\-@\t\r＝＋－＠]/
const guardedFormula = /^'[=+\-@\t\r＝＋－＠]/

/** One CSV line with CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

/** Takes off the apostrophe that `toCsvLine` puts before a formula, so that a table written here is read again as it was. */
export function withoutGuard(cell: string): string {
  return cell.charCodeAt(0) === apostrophe && guardedFormula.test(cell) ? cell.slice(1) : cell
}

function toCell(value: string): string {
  const guarded = formula.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
