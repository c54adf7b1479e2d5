import { join } from 'node:path'
import { systemClock } from '@shared/core/clock'
import { contract, type KebuEvent } from '@shared/contract'
import { app, type BrowserWindow, nativeTheme, powerMonitor, safeStorage, session } from 'electron'
import { isCommandLineMark } from './cli/command-line-mark'
import { runnerOf, startBackupWatch } from './ipc/handlers/main/backup-schedule'
import { customerDeskOf } from './ipc/handlers/main/customer-restores'
import type { MainContext } from './ipc/main-context'
import { serveRequests } from './ipc/serve-requests'
import { createAccounts } from './services/accounts'
import { createAutoLock } from './services/auto-lock'
import { createInputFilter } from './services/auto-lock-input'
import { clearOwnClipboard } from './services/clipboard'
import { removeCustomerCopies } from './services/backup/customers-from-backup'
import { startDailyWork } from './services/daily-work'
import { createDataLink } from './services/data-link'
import { createDeviceKeys } from './services/device-keys'
import { createFileGrants } from './services/file-grants'
import { createJobRegistry } from './services/job-runner'
import { createPreferencesStore } from './services/preferences-store'
import { createQuitHold } from './services/quit-hold'
import { createRecovery } from './services/recovery'
import { createUnlockGuard } from './services/unlock-guard'
import { createVaultService } from './services/vault-service'
import { calibrateKdf } from './vault/kdf'
import { respondWithAttachment } from './windows/attachment-response'
import { guardSession } from './windows/guards'
import { startReminders } from './windows/show-reminders'
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

  const services = createServices(emit, checkOutput)
  const { preferences, data } = services
  const autoLock = createAutoLock({
    powerMonitor,
    minutes: preferences.get().lockAfterMinutes,
    isOpen: () => services.vault.session() !== null,
    isBusy: () => services.jobs.count() > 0,
    warn: (seconds) => emit({ type: 'vault.locking', seconds }),
    async lock() {
      await services.vault.lock('vault.autoLock')
      data.warmUp()
      emit({ type: 'vault.changed' })
    },
    quit: () => app.quit(),
  })
  function applyPreferences(): void {
    const { theme, lockAfterMinutes, captureProtection } = preferences.get()
    nativeTheme.themeSource = theme
    autoLock.setMinutes(lockAfterMinutes)
    window?.setContentProtection(captureProtection)
  }
  const context: MainContext = {
    ...services,
    emit,
    applyPreferences,
    grants: createFileGrants(),
    window() {
      if (!window) throw new Error('no window')
      return window
    },
  }

  applyPreferences()
  installMenu()
  guardSession(session.defaultSession, devServer)
  serveRenderer(session.defaultSession, join(import.meta.dirname, '../renderer'), (request) =>
    respondWithAttachment(request, { data, isOpen: services.vault.session() !== null }),
  )
  serveRequests({
    contract,
    context,
    checkOutput,
    origins: [appOrigin, ...(devServer ? [new URL(devServer).origin] : [])],
  })
  window = createMainWindow(startUrl)
  applyPreferences()
  const isByHand = createInputFilter()
  window.webContents.on('input-event', (_event, input) => {
    if (isByHand(input)) autoLock.noteInput()
  })
  // After the first picture: before it the two would fight for the same cores.
  window.once('ready-to-show', data.warmUp)

  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (!window || isCommandLineMark(data)) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  startBackupWatch(context, autoLock.idleMs)
  startReminders(context)
  startDailyWork({
    isOpen: () => services.vault.session() !== null,
    clock: systemClock,
    async run() {
      const { changed } = await data.call('daily.run', null)
      if (changed) context.emit({ type: 'data.changed', topics: ['customers', 'history'] })
    },
  })
  const runner = runnerOf(context)
  const hold = createQuitHold({
    isOpen: () => services.vault.session() !== null,
    leave: () => runner.leave(),
    settled: () => runner.settled(),
    quit: () => app.quit(),
  })
  app.on('before-quit', hold)
  window.on('close', hold)
  endInOrder(context)
}

/** Everything that works without a window. */
export function createServices(
  emit: (event: KebuEvent) => void,
  checkOutput: boolean,
  preferences = createPreferencesStore(app.getPath('userData')),
) {
  const userData = app.getPath('userData')
  const jobs = createJobRegistry((progress) => emit({ type: 'job.progress', progress }))
  const data = createDataLink({
    checkOutput,
    onFull: () => void vault.noteFull().then(() => emit({ type: 'vault.changed' })),
    onGone() {
      vault.forget()
      emit({ type: 'data-process.restarted' })
      emit({ type: 'vault.changed' })
    },
  })
  const deviceKeys = createDeviceKeys(join(userData, 'device-keys.json'), safeStorage)
  const secondPlace = join(userData, 'headers')
  void removeCustomerCopies(userData)
  const vault = createVaultService({
    data,
    preferences,
    deviceKeys,
    secondPlace,
    calibrateKdf,
    guard: createUnlockGuard({ path: join(userData, 'unlock-guard.json') }),
    beforeLock() {
      jobs.cancelAll()
      recovery.cancel()
      void clearOwnClipboard()
      void customerDeskOf({ vault, data, jobs }).close()
    },
  })
  const recovery = createRecovery({ vault, calibrateKdf })
  const accounts = createAccounts({ vault, data, deviceKeys, calibrateKdf })
  return { preferences, jobs, data, deviceKeys, secondPlace, vault, recovery, accounts }
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
      .then(() => clearOwnClipboard())
      .finally(() => {
        ended = true
        // Not in the same turn: while `will-quit` is still being handled Electron drops the call and never ends.
        setImmediate(() => app.quit())
      })
  })
}
