import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { GrantedFolder } from '@shared/features/vault/vault.schema'
import { app, dialog } from 'electron'
import { judgeFolder } from '../../../services/folder-verdict'
import { bookFiles } from '../../../vault/header-file'
import type { MainContext } from '../../main-context'

/** Not Documents: on Windows and macOS that folder is often synced to a cloud. */
export function defaultFolder(): string {
  return join(app.getPath('home'), 'Kebu')
}

/** Remembers a folder under a token and says what speaks against it. */
export function grantFolder({ grants }: Pick<MainContext, 'grants'>, path: string): GrantedFolder {
  return { token: grants.grant(path), path, ...judgeFolder(path) }
}

/** Native folder dialog; null when the person cancels. */
export async function pickFolder({ window }: MainContext): Promise<string | null> {
  const picked = await dialog.showOpenDialog(window(), {
    properties: ['openDirectory', 'createDirectory'],
  })
  return picked.canceled ? null : (picked.filePaths[0] ?? null)
}

/** A person may pick the book folder itself or something inside it, such as its backup of the header. */
export function bookFolderAt(path: string): string {
  const above = join(path, '..')
  return !existsSync(join(path, bookFiles.header)) && existsSync(join(above, bookFiles.header))
    ? above
    : path
}
