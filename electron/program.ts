import { join } from 'node:path'
import { contract, type KebuEvent } from '@shared/contract'
import { app, type BrowserWindow, nativeTheme, session } from 'electron'
import type { MainContext } from './ipc/main-context'
import { serveRequests } from './ipc/serve-requests'
import { createDataLink } from './services/data-link'
import { createFileGrants } from './services/file-grants'
import { createJobRegistry } from './services/job-runner'
import { createPreferencesStore } from './services/preferences-store'
import { createUnlockGuard } from './services/unlock-guard'
import { createVaultService } from './services/vault-service'
import { guardSession } from './windows/guards'
import { createMainWindow } from './windows/main-window'
import { installMenu } from './windows/menu'
import { appOrigin, serveRenderer } from './windows/protocol'

/** Puts the program together: services, window, requests, and an orderly end. */
export function startProgram(): void {
  const devServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null)
  const startUrl = devServer ?? `${appOrigin}/index.html`
  const checkOutput = !app.isPackaged
  let window: BrowserWindow | null = null
  const emit = (event: KebuEvent) => {
    if (window && !window.isDestroyed()) window.webContents.send('kebu:event', event)
  }

  const preferences = createPreferencesStore(app.getPath('userData'))
  const jobs = createJobRegistry((progress) => emit({ type: 'job.progress', progress }))
  const data = createDataLink({
    checkOutput,
    onGone() {
      vault.forget()
      emit({ type: 'data-process.restarted' })
      emit({ type: 'vault.changed' })
    },
  })
  const guard = createUnlockGuard({ path: join(app.getPath('userData'), 'unlock-guard.json') })
  const vault = createVaultService({ data, preferences, guard, beforeLock: jobs.cancelAll })
  const context: MainContext = {
    vault,
    data,
    jobs,
    preferences,
    emit,
    grants: createFileGrants(),
    window() {
      if (!window) throw new Error('no window')
      return window
    },
  }

  nativeTheme.themeSource = preferences.get().theme
  installMenu()
  guardSession(session.defaultSession, devServer)
  serveRenderer(session.defaultSession, join(import.meta.dirname, '../renderer'))
  serveRequests({
    contract,
    context,
    checkOutput,
    origins: [appOrigin, ...(devServer ? [new URL(devServer).origin] : [])],
  })
  window = createMainWindow(startUrl)
  // After the first picture: before it the two would fight for the same cores.
  window.once('ready-to-show', data.warmUp)

  app.on('second-instance', () => {
    if (!window) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  endInOrder(context)
}

/** Quitting waits until the book is closed, so that no WAL stays behind. */
function endInOrder({ vault, data }: MainContext): void {
  let ended = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void vault
      .lock()
      .then(() => data.end())
      .finally(() => {
        ended = true
        // Not in the same turn: while `will-quit` is still being handled Electron drops the call and never ends.
        setImmediate(() => app.quit())
      })
  })
}
