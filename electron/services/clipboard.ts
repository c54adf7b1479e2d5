import { clipboard } from 'electron'
import { createSecretClipboard } from './secret-clipboard'

const secrets = createSecretClipboard(clipboard)

/** Copies a secret of the book; after `ms` milliseconds it leaves the clipboard if it is still there. */
export const copySecret = secrets.copy

/** Takes our secret out of the clipboard now, if it is still there: for lock and quit. */
export const clearOwnClipboard = secrets.clearOwn
