/** The text of one component of a calendar file, folded lines joined. */
export type Block = { name: string; text: string; line: number; isWhole: boolean }

const wanted = new Set(['VEVENT', 'VTODO', 'VTIMEZONE'])

/**
 * Takes a calendar file apart into its entries and time zones, so that one broken entry does not take the others with it. What has no
 * end before the next begins, or before the file ends, is not whole.
 */
export function* splitEntries(text: string): Generator<Block> {
  let block: { name: string; lines: string[]; line: number } | null = null
  const end = (open: NonNullable<typeof block>, isWhole: boolean): Block => ({
    ...{ name: open.name, text: open.lines.join('\r\n'), line: open.line, isWhole },
  })
  for (const { content, line } of unfoldedLines(text)) {
    const [, begin] = /^BEGIN:(\w+)\s*$/i.exec(content) ?? []
    const name = begin?.toUpperCase()
    if (name !== undefined && wanted.has(name)) {
      if (block) yield end(block, false)
      block = { name, lines: [content], line }
      continue
    }
    if (!block) continue
    const isEnd = content.trim().toUpperCase() === `END:${block.name}`
    if (/^END:VCALENDAR\s*$/i.test(content)) {
      yield end(block, false)
      block = null
      continue
    }
    if (content.trim() !== '') block.lines.push(content)
    if (!isEnd) continue
    yield end(block, true)
    block = null
  }
  if (block) yield end(block, false)
}

function* unfoldedLines(text: string): Generator<{ content: string; line: number }> {
  let content: string | null = null
  let began = 1
  let line = 0
  for (const part of text.split(/\r\n|\n|\r/)) {
    line += 1
    if (content !== null && /^[ \t]/.test(part)) {
      content += part.slice(1)
      continue
    }
    if (content !== null) yield { content, line: began }
    content = part
    began = line
  }
  if (content !== null) yield { content, line: began }
}
