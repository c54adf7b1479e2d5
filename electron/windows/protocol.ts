import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, posix, relative, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { isAttachmentPath } from './attachment-response'

export const appScheme = 'app'
export const appOrigin = 'app://kebu'

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** antd writes its styles into the document at run time, hence inline styles; scripts come from our files only. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before the program is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      // The code cache spares compiling a megabyte of scripts at each start.
      privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
    },
  ])
}

/**
 * Serves the renderer from a table of files fixed at start; a path that is not in it does not exist.
 * @param attachment answers for files of the open book
 */
export function serveRenderer(
  session: Session,
  folder: string,
  attachment: (request: Request) => Promise<Response>,
): void {
  const table = fileTable(folder)
  session.protocol.handle(appScheme, (request) => {
    const { host, pathname } = new URL(request.url)
    if (host === 'kebu' && isAttachmentPath(pathname)) return attachment(request)
    const file = host === 'kebu' ? table.get(decodeURIComponent(pathname)) : undefined
    if (!file || request.method !== 'GET') return new Response(null, { status: 404 })
    return new Response(new Uint8Array(readFileSync(file)), {
      headers: {
        'content-type': mimeTypes[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** Every file below a folder by its URL path. */
export function fileTable(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [posix.join('/', relative(folder, file).split(sep).join('/')), file]
    }),
  )
}
