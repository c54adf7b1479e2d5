import jsQR from 'jsqr'

export type QrAnswer = { text: string } | { problem: 'no-code' | 'not-a-picture' }

/** Longest side in pixels that the picture is brought to, one after the other: small is fast, large finds small codes. */
const sides = [800, 1600, 2800]

self.onmessage = ({ data }: MessageEvent<Blob>) => {
  void decode(data).then((answer) => self.postMessage(answer))
}

async function decode(picture: Blob): Promise<QrAnswer> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(picture)
  } catch {
    return { problem: 'not-a-picture' }
  }
  const longest = Math.max(bitmap.width, bitmap.height)
  const tried = sides.filter((_side, index) => index === 0 || (sides[index - 1] ?? 0) < longest)
  for (const side of tried) {
    const text = find(bitmap, Math.min(1, side / longest))
    if (text !== null) return { text }
  }
  return { problem: 'no-code' }
}

function find(bitmap: ImageBitmap, scale: number): string | null {
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  const code = jsQR(data, width, height)
  if (code === null) return null
  if (code.data !== '') return code.data
  // What is no UTF-8 was left out; Chinese programs write GB 18030 then.
  const bytes = Uint8Array.from(code.binaryData)
  return bytes.length === 0 ? null : new TextDecoder('gb18030').decode(bytes)
}
