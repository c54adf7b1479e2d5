import { pictureSize } from '@shared/features/quick-add/picture-size.rules'
import type { QrAnswer } from './qr-worker'

const largestFile = 20 * 1024 * 1024
const mostPixels = 40_000_000
const longestMs = 20_000
/** Enough for the head of a JPEG with its camera data before the size. */
const headBytes = 512 * 1024

export type PictureProblem =
  'too-big' | 'too-many-pixels' | 'not-a-picture' | 'no-code' | 'too-slow'
export type PictureText = { text: string } | { problem: PictureProblem }

/**
 * The text of the QR code in a PNG or JPEG (R053). Size in bytes (≤ 20 MB) and in pixels (≤ 40 million) are checked before
 * anything is decoded; decoding runs beside the window, and for 20 s at most.
 */
export async function readPicture(file: Blob): Promise<PictureText> {
  if (file.size > largestFile) return { problem: 'too-big' }
  const size = pictureSize(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()))
  if (size === null || size.width * size.height === 0) return { problem: 'not-a-picture' }
  if (size.width * size.height > mostPixels) return { problem: 'too-many-pixels' }
  return decodeBeside(file)
}

function decodeBeside(file: Blob): Promise<PictureText> {
  const worker = new Worker(new URL('./qr-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<PictureText>((resolve) => {
    const timer = setTimeout(() => resolve({ problem: 'too-slow' }), longestMs)
    worker.onmessage = ({ data }: MessageEvent<QrAnswer>) => {
      clearTimeout(timer)
      resolve(data)
    }
    worker.onerror = () => {
      clearTimeout(timer)
      resolve({ problem: 'not-a-picture' })
    }
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}
