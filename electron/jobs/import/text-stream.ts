import type { Encoding } from '@shared/features/imports/imports.schema'
import iconv from 'iconv-lite'

/**
 * Streaming decoder; a broken byte sequence becomes U+FFFD, a byte order mark disappears. iconv-lite in place of TextDecoder,
 * because Chromium's ICU data, and so Electron's TextDecoder, comes without the Chinese tables.
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
