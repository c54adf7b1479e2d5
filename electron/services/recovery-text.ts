import { writeFileSync } from 'node:fs'
import { type BrowserWindow, dialog } from 'electron'

/** Saves the recovery key as a text file where the person says, best on a drive that is not carried with the computer. */
export async function saveRecoveryText(
  window: BrowserWindow,
  bookName: string,
  groups: string[],
): Promise<boolean> {
  const picked = await dialog.showSaveDialog(window, {
    defaultPath: `${bookName} - recovery key 恢复密钥.txt`,
    filters: [{ name: 'Text', extensions: ['txt'] }],
  })
  if (picked.canceled || !picked.filePath) return false
  writeFileSync(picked.filePath, recoveryText(bookName, groups), { mode: 0o600 })
  return true
}

/** The text of the card, both languages, with a byte order mark for Windows Notepad. */
export function recoveryText(bookName: string, groups: string[]): string {
  return [
    `\uFEFF客簿 Kebu · ${bookName}`,
    '',
    '恢复密钥 · Recovery key',
    `    ${groups.slice(0, 4).join('  ')}`,
    `    ${groups.slice(4).join('  ')}`,
    '',
    '忘记密码时，只有它能打开客簿。不要和电脑放在一起。',
    'It alone opens the book when the password is forgotten. Keep it away from the computer.',
    '',
  ].join('\r\n')
}
