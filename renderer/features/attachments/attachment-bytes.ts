import { AppError } from '@shared/core/errors'

/** Address of a file at a customer; main answers it for this window alone, by the rights of who is signed in. */
export function attachmentUrl(id: number): string {
  return `app://kebu/attachment/${id}`
}

/**
 * The bytes of a file, or its first piece alone. By XMLHttpRequest, because the program's scheme is closed to `fetch`.
 * @throws AppError core.not-found; core.cancelled after the signal
 */
export function loadAttachment(
  id: number,
  { part, signal }: { part?: number; signal: AbortSignal },
): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', attachmentUrl(id) + (part === undefined ? '' : `?part=${part}`))
    request.responseType = 'arraybuffer'
    request.onload = () => {
      if (request.status === 200 && request.response instanceof ArrayBuffer)
        resolve(request.response)
      else reject(new AppError('core.not-found'))
    }
    request.onerror = () => reject(new AppError('core.not-found'))
    request.onabort = () => reject(new AppError('core.cancelled'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send()
  })
}
