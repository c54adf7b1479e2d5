type Linked = { uid: string; parentUid: string | null }

/** What is drawn beside one row of the list; the straight lane holds the marks, the side lane passes rows by. */
export type ChainLines = {
  /** To the row above and below, in the lane of the marks. */
  up: boolean
  down: boolean
  /** Begins here and goes down in the side lane to a parent that is not the next row. */
  leaves: boolean
  /** Goes by in the side lane. */
  passes: boolean
  /** Comes from above in the side lane and ends here. */
  arrives: boolean
}

/**
 * Lines that join every backup to the one it is built on, for a list with the newest first (R094). A parent that is not listed gets
 * none: what is missing is said in words.
 */
export function listChainLines(backups: readonly Linked[]): ChainLines[] {
  const rows = new Map(backups.map(({ uid }, row) => [uid, row]))
  const lines = backups.map((): ChainLines => ({
    up: false,
    down: false,
    leaves: false,
    passes: false,
    arrives: false,
  }))
  backups.forEach(({ parentUid }, row) => {
    const parent = parentUid === null ? undefined : rows.get(parentUid)
    if (parent === undefined || parent <= row) return
    draw(lines, row, parent)
  })
  return lines
}

function draw(lines: ChainLines[], from: number, to: number): void {
  const [first, last] = [lines[from], lines[to]]
  if (!first || !last) return
  if (to === from + 1) {
    first.down = true
    last.up = true
    return
  }
  first.leaves = true
  last.arrives = true
  for (const line of lines.slice(from + 1, to)) line.passes = true
}
