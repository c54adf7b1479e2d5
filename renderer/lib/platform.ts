/** True on macOS, where ⌘ stands for Ctrl and the window buttons sit at the left. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac OS X')
}
