import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { guardContents } from './guards'

/** Height of the window buttons: that of our title bar (44) less its line. */
const overlayHeight = 43

const paper = { light: '#F4F3EF', dark: '#121516' }
const ink = { light: '#1B1F22', dark: '#E4E7E6' }

/** The one window. Shown when its first picture is ready, so that it never flashes white. */
export function createMainWindow(startUrl: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Kebu',
    backgroundColor: paper[themeName()],
    titleBarStyle: 'hidden',
    ...(process.platform === 'darwin'
      ? { trafficLightPosition: { x: 16, y: 15 } }
      : { titleBarOverlay: overlayColors() }),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: process.env.NODE_ENV === 'development',
    },
  })
  guardContents(window.webContents, startUrl)
  // The page may not put a customer's name into the title, where screen sharing and task bars show it.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  const repaint = () => {
    window.setBackgroundColor(paper[themeName()])
    if (process.platform !== 'darwin') window.setTitleBarOverlay(overlayColors())
  }
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.removeListener('updated', repaint))
  void window.loadURL(startUrl)
  return window
}

function themeName(): 'light' | 'dark' {
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}

function overlayColors() {
  return { color: paper[themeName()], symbolColor: ink[themeName()], height: overlayHeight }
}
