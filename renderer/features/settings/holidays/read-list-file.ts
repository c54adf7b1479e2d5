/** Larger files are no holiday lists. */
const largest = 200_000

/** The text of a list file, as UTF-8 or else as Chinese Excel writes it; null for one that is too large. */
export async function readListFile(file: File): Promise<string | null> {
  if (file.size > largest) return null
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
