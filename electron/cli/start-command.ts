import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { KebuEvent } from '@shared/contract'
import { app, safeStorage } from 'electron'
import { makeBackup } from '../ipc/handlers/main/make-backup'
import type { MainContext } from '../ipc/main-context'
import { createServices } from '../program'
import { createDeviceKeys } from '../services/device-keys'
import { createFileGrants } from '../services/file-grants'
import { createJobRegistry, startJobProcess } from '../services/job-runner'
import { createPreferencesStore, type PreferencesStore } from '../services/preferences-store'
import { type BackupCommand, type Command, parseArguments, type VerifyCommand } from './arguments'
import { commandLineMark } from './command-line-mark'
import { exitCodes, type Failure, failureOf } from './exit-codes'
import { startHeadless } from './headless'
import { chooseLanguage } from './language'
import { makeOwnPlace, removeOldPlaces } from './own-place'
import { readSecret, type SecretInput } from './read-secret'
import { progressLine, reportOf, type Result } from './report'
import { type BackupDeps, type BackupWarning, runBackup } from './run-backup'
import { runVerify } from './run-verify'
import type { AskSecret } from './sign-in'
import { type Words, wordsOf } from './words'

/**
 * One command without a window, from the words on the command line to the exit code (R094). Where the program has to be started once
 * more without a display this waits for that, so that nothing else of the program starts.
 * @param args what stands behind the program's name
 */
export async function startCommand(args: readonly string[]): Promise<void> {
  const ownWords = app.isPackaged ? args : args.filter((arg) => arg !== app.getAppPath())
  const command = parseArguments(ownWords, process.cwd())
  const preferences = createPreferencesStore(app.getPath('userData'))
  const locale = Intl.DateTimeFormat().resolvedOptions().locale
  const words = wordsOf[chooseLanguage(preferences.get().language, process.env, locale)]
  if (command.name !== 'backup' && command.name !== 'verify')
    return end(await tellAtOnce(command, words))
  const elsewhere = startHeadless(args)
  if (elsewhere) return end(await elsewhere)
  app.disableHardwareAcceleration()
  const isAlone = app.requestSingleInstanceLock(commandLineMark)
  const userData = app.getPath('userData')
  removeOldPlaces(userData)
  // Beside an open program neither Chromium's files nor temporary copies may be those of the other one.
  const ownPlace = isAlone ? null : makeOwnPlace(userData)
  if (ownPlace) app.setPath('sessionData', ownPlace)
  // Not awaited: the program is not ready before its first script has come to an end.
  void app.whenReady().then(async () => {
    app.dock?.hide()
    const code = await answer(command, { preferences, words, ownPlace })
    if (ownPlace) rmSync(ownPlace, { recursive: true, force: true })
    end(code)
  })
}

type Told = { preferences: PreferencesStore; words: Words; ownPlace: string | null }

async function answer(command: BackupCommand | VerifyCommand, told: Told): Promise<number> {
  const { words } = told
  const result = await run(command, told).catch((error: unknown) => failureOf(error))
  const { exitCode, text, line } = reportOf(command, result, words)
  const shown = command.json ? JSON.stringify(line) : text
  await write(exitCode === 0 || command.json ? process.stdout : process.stderr, `${shown}\n`)
  return exitCode
}

async function run(command: BackupCommand | VerifyCommand, told: Told): Promise<Result> {
  const { words, ownPlace, preferences } = told
  // Its key lies with the open program.
  if (ownPlace && (command.name === 'backup' || command.source === 'keystore'))
    return { exit: 'inUse', error: 'cli.program-open' }
  const showProgress = !command.json && process.stderr.isTTY
  const emit = (event: KebuEvent) => {
    if (!showProgress || event.type !== 'job.progress') return
    process.stderr.write(`\r\x1b[K${progressLine(event.progress, words)}`)
  }
  const ask = asker(words)
  let cancelled = false
  const onCancel = (cancel: () => void) =>
    // Ctrl-C and the scheduler's end: the half file is taken away first.
    app.on('before-quit', (event) => {
      event.preventDefault()
      cancelled = true
      cancel()
    })
  try {
    const result =
      command.name === 'verify'
        ? await verify(command, { ask, emit, onCancel, ownPlace })
        : await backUp(command, { ask, emit, onCancel, preferences, words })
    return cancelled && 'exit' in result ? { exit: 'cancelled', error: 'core.cancelled' } : result
  } finally {
    if (showProgress) process.stderr.write('\r\x1b[K')
  }
}

type Ways = {
  ask: AskSecret
  emit: (event: KebuEvent) => void
  onCancel: (cancel: () => void) => void
}

async function backUp(
  command: BackupCommand,
  { ask, emit, onCancel, preferences, words }: Ways & Pick<Told, 'preferences' | 'words'>,
): Promise<Result> {
  const context = contextOf(emit, bookOf(preferences, command.book))
  const { vault, data, jobs } = context
  onCancel(jobs.cancelAll)
  const warn = (warning: BackupWarning) => process.stderr.write(`${words.warning[warning]}\n`)
  const make: BackupDeps['make'] = (input) => makeBackup(context, input)
  try {
    return await runBackup({ vault, ask, make, warn }, command)
  } finally {
    await data.end()
  }
}

/** Works beside the open program too: no book, no lock, a work folder of its own. */
function verify(
  command: VerifyCommand,
  { ask, emit, onCancel, ownPlace }: Ways & Pick<Told, 'ownPlace'>,
): Promise<Result> {
  const userData = app.getPath('userData')
  const jobs = createJobRegistry((progress) => emit({ type: 'job.progress', progress }))
  onCancel(jobs.cancelAll)
  const deviceKeys = createDeviceKeys(join(userData, 'device-keys.json'), safeStorage)
  const services = { jobs, startJob: startJobProcess, workFolder: ownPlace ?? userData }
  return runVerify({ services, deviceKeys, ask }, command)
}

function asker(words: Words): AskSecret {
  return async (kind) => {
    const question = kind === 'password' ? words.passwordOf : words.recoveryKey
    const input = process.stdin as SecretInput
    const secret = await readSecret({ input, output: process.stderr, question })
    if (secret === 'cancelled') return { exit: 'cancelled', error: 'core.cancelled' }
    return secret ?? ({ exit: 'signIn', error: 'cli.no-password' } satisfies Failure)
  }
}

/** A command names its book for itself; what the window opens next stays as it is. */
function bookOf(store: PreferencesStore, book: string | null): PreferencesStore {
  const bookFolder = () => book ?? store.bookFolder()
  return { ...store, bookFolder, update: () => undefined }
}

function contextOf(emit: (event: KebuEvent) => void, preferences: PreferencesStore): MainContext {
  return {
    ...createServices(emit, !app.isPackaged, preferences),
    emit,
    applyPreferences: () => undefined,
    grants: createFileGrants(),
    window() {
      throw new Error('no window')
    },
  }
}

async function tellAtOnce(
  command: Exclude<Command, BackupCommand | VerifyCommand>,
  words: Words,
): Promise<number> {
  if (command.name === 'usage') {
    await write(process.stderr, `${words.usage[command.problem]}${command.word}\n\n${words.help}`)
    return exitCodes.usage
  }
  await write(process.stdout, command.name === 'help' ? words.help : `Kebu ${app.getVersion()}\n`)
  return exitCodes.done
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => stream.write(text, () => resolve()))
}

function end(code: number): void {
  app.exit(code)
}
