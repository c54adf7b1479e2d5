// Opens a hidden window and loads both native addons, in main and in a utility process: what the program will need.
import { app, BrowserWindow, utilityProcess } from 'electron'
import { join } from 'node:path'
import { checkAddons } from './addons.js'

app.setPath('userData', process.env.KEBU_PROBE_DATA)

const utility = () =>
  new Promise((done) => {
    const child = utilityProcess.fork(join(import.meta.dirname, 'addons.js'))
    child.once('message', done)
    child.once('exit', (code) => done(`utility process ended with ${code}`))
  })

async function probe() {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  await window.loadURL('data:text/html,<title>ready</title>')
  const results = [checkAddons(), await utility()]
  const failed = results.find((result) => result !== 'ok')
  if (failed) throw new Error(failed)
  process.stdout.write('KEBU-PROBE-OK\n')
}

// Not awaited at top level: Electron becomes ready only after this module has been evaluated.
app
  .whenReady()
  .then(probe)
  .then(
    () => app.exit(0),
    (error) => {
      process.stderr.write(`KEBU-PROBE-FAILED ${error.message}\n`)
      app.exit(1)
    },
  )
