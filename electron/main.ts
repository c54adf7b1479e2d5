import { app, dialog } from 'electron'
import { isCommandLine } from './cli/arguments'
import { startCommand } from './cli/start-command'
import { startProgram } from './program'
import { followTestClock } from './test-clock'
import { hardenCommandLine } from './windows/guards'
import { registerAppScheme } from './windows/protocol'

// A packed program loads the SQLite addon inside it, no native code that its environment may name, goes by the computer's clock, and asks
// for passwords as hard as this computer bears.
if (app.isPackaged) {
  delete process.env.KEBU_SQLITE_ADDON
  delete process.env.KEBU_FAIL_POINT
  delete process.env.KEBU_KDF_FLOOR
  delete process.env.KEBU_TEST_CLOCK
}
followTestClock()

// Root has no sandbox in Chromium; asking for one all the same makes its network service crash in a loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
hardenCommandLine()

/** Composition root: what must happen before the program is ready, then one command or the program. */
const args = process.argv.slice(1)
if (isCommandLine(args)) {
  await startCommand(args)
} else if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  app
    .whenReady()
    .then(startProgram)
    .catch(() => {
      // Says no more than that: the error may hold a path with a name in it.
      dialog.showErrorBox(
        'Kebu 客簿',
        '程序没能启动，数据没有动过。\nKebu could not start. Your data was not touched.',
      )
      app.exit(1)
    })
} else {
  app.quit()
}
