import { previewOf } from '@shared/features/attachments/media-type.rules'
import type { DataLink } from '../services/data-link'
import { streamAttachment } from '../services/attachment-source'

const place = /^\/attachment\/([1-9]\d{0,14})$/
/** Where the bytes go in the window: a picture, or a request of our own script. Never a page, a frame, a script or a plug-in. */
const destinations = ['image', 'empty']

/** True for the address of a file at a customer: `app://kebu/attachment/12`, with `?part=0` for one piece of it. */
export function isAttachmentPath(pathname: string): boolean {
  return pathname.startsWith('/attachment/')
}

/**
 * Answers with a file of the open book, for the window alone. The media type is the one that was found by the first bytes; nothing
 * in a file can become a page or a script of the program: no sniffing, a sandbox of its own, and "to be saved" for a navigation,
 * which downloads being denied ends in nothing.
 * @param isOpen whether somebody is signed in
 */
export async function respondWithAttachment(
  request: Request,
  { data, isOpen }: { data: Pick<DataLink, 'call'>; isOpen: boolean },
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const id = Number(place.exec(pathname)?.[1])
  const wanted = searchParams.get('part')
  const part = wanted === null ? null : Number(wanted)
  if (!isOpen || !id || request.method !== 'GET' || !isForUs(request)) return notFound()
  try {
    const { mediaType, bytes, chunks } = await data.call('attachments.open', { id })
    if (part !== null && !(Number.isInteger(part) && part >= 0 && part < chunks)) return notFound()
    const isShown = previewOf(mediaType) !== 'none' && mediaType !== 'text/plain'
    return new Response(streamAttachment(data, { id, chunks, part }), {
      headers: {
        'content-type': isShown ? mediaType : 'application/octet-stream',
        ...(part === null ? { 'content-length': String(bytes) } : {}),
        'content-disposition': 'attachment',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  } catch {
    return notFound()
  }
}

function isForUs(request: Request): boolean {
  const destination = request.headers.get('sec-fetch-dest')
  return destination === null || destinations.includes(destination)
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
