import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { writeError } from './errors'
import type { FileSystem } from './file-system'

const prefixes = {
  proof: '.kebu-proof-',
  restore: '.kebu-restore-',
  customers: '.kebu-customers-',
} as const
/** The only names that are ever made, and so the only ones that are ever removed, in a temporary folder of ours. */
export const ownNames = ['book.db', 'book.db-wal', 'book.db-shm', 'book.db-journal', 'vault.json']

/** Makes a temporary folder for encrypted bytes; leftovers of a program that was killed are taken away first. */
export async function makeOwnFolder(
  parent: string,
  purpose: keyof typeof prefixes,
  fileSystem: FileSystem,
): Promise<string> {
  try {
    for (const name of await fileSystem.list(parent)) {
      if (isOwn(name, purpose)) await removeOwnFolder(join(parent, name), fileSystem)
    }
    const folder = join(parent, `${prefixes[purpose]}${randomUUID()}`)
    await fileSystem.makeFolder(folder)
    return folder
  } catch (error) {
    throw writeError(error, 'core.disk-full')
  }
}

/** Removes a temporary folder and the files we put there; anything else in it makes it stay. Never throws. */
export async function removeOwnFolder(folder: string, fileSystem: FileSystem): Promise<void> {
  for (const name of ownNames) await fileSystem.unlink(join(folder, name)).catch(() => undefined)
  await fileSystem.removeFolder(folder).catch(() => undefined)
}

function isOwn(name: string, purpose: keyof typeof prefixes): boolean {
  const prefix = prefixes[purpose]
  return name.startsWith(prefix) && /^[0-9a-f-]{36}$/.test(name.slice(prefix.length))
}

/** True for the name of a temporary folder that holds a restored book before it has its place. */
export function isPreparedFolder(name: string): boolean {
  return isOwn(name, 'restore')
}

/** True for the name of a temporary folder that holds a backup which customers are taken from. */
export function isCustomerCopy(name: string): boolean {
  return isOwn(name, 'customers')
}
