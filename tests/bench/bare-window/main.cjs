// The least that Electron can do: one sandboxed window with one word.
const { app, BrowserWindow } = require('electron')

void app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1440, height: 900 }).loadURL('data:text/html,ready'))
app.on('window-all-closed', () => app.quit())
