/** UTF-8 mark, without which Excel takes a CSV for the code page of the machine. */
export const csvMark = '\uFEFF'

/** One CSV line with CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

function toCell(value: string): string {
  const guarded = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
