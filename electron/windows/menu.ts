import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * macOS needs a menu for copy, paste, hide and quit to have their keys; elsewhere the window has no menu and Chromium
 * handles the editing keys.
 */
export function installMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null)
    return
  }
  const template: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
