/** Tag names of one cell, split by 、 , ; / | and line ends, without # and repeats (R027). */
export function readTags(text: string): string[] {
  const names = new Map<string, string>()
  for (const part of text.split(/[、,，;；/／|｜\n\r\t]+/)) {
    const name = part
      .trim()
      .replace(/^[#＃]+\s*/, '')
      .trim()
    if (name !== '' && !names.has(foldTag(name))) names.set(foldTag(name), name)
  }
  return [...names.values()]
}

/** What makes two tag names the same. */
export function foldTag(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
