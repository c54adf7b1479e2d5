import type { Encoding } from '@shared/features/imports/imports.schema'
import iconv from 'iconv-lite'

/**
 * Streaming decoder; a broken byte sequence becomes U+FFFD, a byte order mark disappears. iconv-lite in place of TextDecoder: its
 * tables travel with the program and read the same whatever ICU data the runtime was built with.
 */
export function createDecoder(encoding: Encoding) {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  return {
    write: (chunk: Buffer): string => decoder.write(chunk),
    end: (): string => decoder.end() ?? '',
  }
}

/** The whole file as text, chunk by chunk. */
export async function* decodeChunks(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = createDecoder(encoding)
  for await (const chunk of chunks) {
    const text = decoder.write(chunk)
    if (text) yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}
