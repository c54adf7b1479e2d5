import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'

/** True when a message comes from the main frame of our own window, showing our own page. */
export function isOurWindow(
  event: IpcMainInvokeEvent,
  window: BrowserWindow | null,
  origins: string[],
): boolean {
  const frame = event.senderFrame
  if (!window || window.isDestroyed() || !frame) return false
  if (event.sender !== window.webContents || frame !== window.webContents.mainFrame) return false
  return origins.includes(originOf(frame.url))
}

/** Custom schemes have the origin "null" in WHATWG URL, so it is put together by hand. */
function originOf(url: string): string {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  } catch {
    return ''
  }
}
