import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from './protocol'

/**
 * Closes every way out of the window: navigation, new windows, webviews, permissions, downloads, devices, and each request that is
 * not for our own files.
 */
export function guardSession(session: Session, devServer: string | null): void {
  const ours = (url: string) =>
    url.startsWith(`${appOrigin}/`) ||
    url.startsWith('devtools://') ||
    (devServer !== null && url.replace(/^ws/, 'http').startsWith(devServer))
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !ours(details.url) })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}

/** Applies to every page that this program may ever create. */
export function guardContents(contents: WebContents, start: string): void {
  // Cancelling requests does not stop WebRTC's own UDP.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  const stay = (event: Electron.Event, url: string) => {
    if (url.split('#')[0] !== start.split('#')[0]) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
}

/** Switches that must be set before the program is ready: no background traffic, no proxy look-ups, a dead proxy. */
export function hardenCommandLine(): void {
  const { commandLine } = app
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('disable-sync')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('dns-prefetch-disable')
  commandLine.appendSwitch(
    'disable-features',
    'SpareRendererForSitePerProcess,MediaRouter,OptimizationHints,WebRtcHideLocalIpsWithMdns',
  )
}
