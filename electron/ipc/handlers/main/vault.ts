import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteNameAt } from '@shared/contract'
import type { GrantedFolder } from '@shared/features/vault/vault.schema'
import { app, clipboard, dialog } from 'electron'
import { judgeFolder } from '../../../services/folder-verdict'
import { printRecoveryCard } from '../../../services/recovery-card'
import { saveRecoveryText } from '../../../services/recovery-text'
import { bookFiles } from '../../../vault/header-file'
import type { MainContext, MainHandlers } from '../../main-context'

const clipboardMs = 60_000

export const vaultHandlers: MainHandlers<RouteNameAt<'main'> & `vault.${string}`> = {
  'vault.getState': ({ vault }) => vault.state(),
  'vault.suggestFolder': (context) => grantFolder(context, defaultFolder()),
  async 'vault.chooseFolder'(context) {
    const path = await pickFolder(context)
    return path === null ? null : grantFolder(context, path)
  },
  async 'vault.startCreation'({ vault, grants }, input) {
    const { bookName, ownerName, password } = input
    const parent = grants.pathOf(input.folder)
    return { recoveryKey: await vault.creation.start({ bookName, parent, ownerName, password }) }
  },
  async 'vault.saveRecoveryKey'({ vault, window }) {
    return {
      saved: await saveRecoveryText(
        window(),
        vault.creation.bookName(),
        vault.creation.recoveryKey(),
      ),
    }
  },
  async 'vault.printRecoveryKey'({ vault, window }) {
    return {
      printed: await printRecoveryCard(
        window(),
        vault.creation.bookName(),
        vault.creation.recoveryKey(),
      ),
    }
  },
  async 'vault.copyRecoveryKey'({ vault }) {
    const text = vault.creation.recoveryKey().join('-')
    await clipboard.writeText(text)
    setTimeout(() => void clearClipboard(text), clipboardMs)
    return {}
  },
  async 'vault.finishCreation'({ vault }, { answers }) {
    return vault.finishCreation(answers)
  },
  'vault.cancelCreation'({ vault }) {
    vault.creation.cancel()
    return {}
  },
  'vault.unlock': ({ vault }, { userUid, password }) => vault.unlock(userUid, password),
  'vault.unlockWithRecoveryKey': ({ vault }, { recoveryKey, newPassword }) =>
    vault.unlockWithRecoveryKey(recoveryKey, newPassword),
  async 'vault.lock'({ vault, data }) {
    await vault.lock()
    data.warmUp()
    return vault.state()
  },
  async 'vault.openOther'(context) {
    const path = await pickFolder(context)
    return path === null ? null : context.vault.openFolder(bookFolderAt(path))
  },
  'vault.retry': ({ vault }) => vault.retry(),
  'vault.usePreviousHeader': ({ vault }) => vault.usePreviousHeader(),
}

/** Clears the clipboard unless something else was copied since. Reading is synchronous in older Electron, a promise in newer. */
async function clearClipboard(text: string): Promise<void> {
  if ((await clipboard.readText()) === text) clipboard.clear()
}

/** Not Documents: on Windows and macOS that folder is often synced to a cloud. */
export function defaultFolder(): string {
  return join(app.getPath('home'), 'Kebu')
}

/** Remembers a folder under a token and says what speaks against it. */
export function grantFolder({ grants }: Pick<MainContext, 'grants'>, path: string): GrantedFolder {
  return { token: grants.grant(path), path, ...judgeFolder(path) }
}

async function pickFolder({ window }: MainContext): Promise<string | null> {
  const picked = await dialog.showOpenDialog(window(), {
    properties: ['openDirectory', 'createDirectory'],
  })
  return picked.canceled ? null : (picked.filePaths[0] ?? null)
}

/** A person may pick the book folder itself or something inside it, such as its backup of the header. */
function bookFolderAt(path: string): string {
  const above = join(path, '..')
  return !existsSync(join(path, bookFiles.header)) && existsSync(join(above, bookFiles.header))
    ? above
    : path
}
