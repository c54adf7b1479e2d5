import { rmSync } from 'node:fs'
import { constants, copyFile, link, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, toErrorShape } from '@shared/core/errors'
import { bookFiles } from '../vault/header-file'
import { enterBook, type Entry } from './book-door'
import { claimBook } from './book-lock'
import type { OpenVault, VaultServices } from './vault-context'

/**
 * Opens a book only to look, for a place that cannot be written to and for a file with damaged pages: nothing in its folder changes.
 * SQLite writes beside a file in WAL mode even to read it, and this build takes no `immutable`; so the data process gets a second
 * name of the same file in a folder of this computer, or a copy where the disks differ, with a copy of the log beside it.
 * @throws AppError `vault.in-use`, `vault.beyond-salvage` when not even the first page can be read, `core.disk-full` when a copy is
 * needed and finds no room
 */
export async function lookInside(services: VaultServices, entry: Entry): Promise<OpenVault> {
  const free = claimIfPossible(entry.folder)
  const place = `${services.secondPlace}.look`
  const leave = () => {
    free()
    removeQuietly(place)
  }
  try {
    await layOut(entry.folder, place)
    const open = await enterBook(services, { ...entry, folder: place, readonly: true })
    const release = () => {
      open.release()
      leave()
    }
    return { ...open, release }
  } catch (error) {
    leave()
    const isDamaged = toErrorShape(error).code === 'vault.database-damaged'
    throw isDamaged ? new AppError('vault.beyond-salvage', 'cannot even be looked into') : error
  }
}

/** Where nothing can be written, no claim can be made; nobody else can write there either. */
function claimIfPossible(folder: string): () => void {
  try {
    return claimBook(folder)
  } catch (error) {
    if (error instanceof AppError) throw error
    return () => undefined
  }
}

async function layOut(folder: string, place: string): Promise<void> {
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true, mode: 0o700 })
  const database = bookFiles.database
  await linkOrCopy(join(folder, database), join(place, database))
  for (const name of [`${database}-wal`, bookFiles.state])
    await copyFile(join(folder, name), join(place, name)).catch(ignoreMissing)
}

/** A second name costs neither room nor time; another disk, or a stick with FAT, has none to give. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE))
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

/** On Windows a file may stay open for a moment; the next look takes it away. */
function removeQuietly(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true })
  } catch {
    // Encrypted bytes only.
  }
}
