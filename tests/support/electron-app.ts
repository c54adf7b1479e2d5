import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

export type LaunchOptions = {
  /** Folder for Chromium's own files; give the same one again to act as a later start. */
  userData: string
  env?: Record<string, string>
  /** Further switches, after `--user-data-dir`. */
  args?: readonly string[]
  /** Program to start instead of the development build; it gets no folder argument. */
  executablePath?: string
  locale?: 'zh-CN' | 'en-US'
  /** Where an open book begins; the list of customers, unless it is the program's own choice that is asked. */
  place?: 'customers' | 'own'
}

export type KebuApp = {
  app: ElectronApplication
  /** The main window, loaded. */
  page: Page
  /** Quits as a person does and waits until the process is gone. */
  close: () => Promise<void>
}

const runtime = () => {
  const path = process.env.ELECTRON_EXEC_PATH
  if (!path) throw new Error('ELECTRON_EXEC_PATH is not set: start these tests with `npm test`.')
  return path
}

const ownEnv = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
    ),
  )

/** The second worker opens its windows on the second display. */
const ownDisplay = (): Record<string, string> => {
  const second = process.env.KEBU_SECOND_DISPLAY
  if (!second || process.env.TEST_PARALLEL_INDEX !== '1') return {}
  return JSON.parse(second) as Record<string, string>
}

/** A folder that is removed by `remove()`, below the system's temporary folder. */
export const makeTempDir = (name = 'test'): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), `kebu-${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/**
 * Starts the real program and waits for its window. Chromium's sandbox stays on unless KEBU_NO_SANDBOX is set.
 * @throws Error when the program does not open a window
 */
export const launchKebu = async (options: LaunchOptions): Promise<KebuApp> => {
  const folder = options.executablePath ? [] : [resolve(import.meta.dirname, '..', '..')]
  const app = await _electron.launch({
    executablePath: options.executablePath ?? runtime(),
    args: [
      ...folder,
      `--user-data-dir=${options.userData}`,
      `--lang=${options.locale ?? 'zh-CN'}`,
      ...(options.args ?? []),
    ],
    env: { KEBU_KDF_FLOOR: '1', ...ownEnv(), ...ownDisplay(), ...options.env },
    chromiumSandbox: !process.env.KEBU_NO_SANDBOX,
    timeout: 30_000,
  })
  try {
    const page = await app.firstWindow({ timeout: 30_000 })
    await page.waitForLoadState('domcontentloaded')
    if (options.place !== 'own')
      await page.evaluate(() => {
        if (/^#?\/?$/.test(location.hash)) location.hash = '#/customers'
      })
    return { app, page, close: () => app.close() }
  } catch (error) {
    app.process().kill('SIGKILL')
    throw error
  }
}

/** Answers every "open" dialog from now on with these paths; none means that the person cancels. */
export const stubOpenDialog = (app: ElectronApplication, paths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    const answer = { canceled: filePaths.length === 0, filePaths: [...filePaths] }
    dialog.showOpenDialog = () => Promise.resolve(answer)
  }, paths)

/** Answers every "save" dialog from now on with this path; null means that the person cancels. */
export const stubSaveDialog = (app: ElectronApplication, path: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    const answer = { canceled: filePath === null, filePath: filePath ?? '' }
    dialog.showSaveDialog = () => Promise.resolve(answer)
  }, path)
