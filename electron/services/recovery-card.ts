import { BrowserWindow } from 'electron'

/** Prints the recovery card from a hidden page without scripts; false when the person cancels or there is no printer. */
export async function printRecoveryCard(
  parent: BrowserWindow,
  bookName: string,
  groups: string[],
): Promise<boolean> {
  const page = new BrowserWindow({
    parent,
    show: false,
    webPreferences: { sandbox: true, javascript: false, spellcheck: false },
  })
  try {
    await page.loadURL(
      `data:text/html;charset=utf-8,${encodeURIComponent(cardHtml(bookName, groups))}`,
    )
    return await new Promise((resolve) => page.webContents.print({}, (printed) => resolve(printed)))
  } finally {
    page.destroy()
  }
}

function cardHtml(bookName: string, groups: string[]): string {
  const cells = groups.map((group, index) => `<td><small>${index + 1}</small><br>${group}</td>`)
  return `<!doctype html><meta charset="utf-8"><style>
body{font:14px sans-serif;margin:24mm}td{font:24px monospace;padding:8px 24px 8px 0}small{font:11px sans-serif}
</style><h2>客簿 Kebu · ${escapeHtml(bookName)}</h2><p>恢复密钥 · Recovery key</p>
<table><tr>${cells.slice(0, 4).join('')}</tr><tr>${cells.slice(4).join('')}</tr></table>
<p>忘记密码时，只有它能打开客簿。不要和电脑放在一起。</p>
<p>It alone opens the book when the password is forgotten. Keep it away from the computer.</p>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
