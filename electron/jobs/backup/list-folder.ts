import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { backupExtension } from '@shared/features/backups/backup-files.rules'
import type { UnreadableReason } from '@shared/features/backups/restore.schema'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { throwIfCancelled } from './errors'
import { inspectBackup } from './inspect-backup'
import { gatherBackups } from './gather-backups'
import type { FoundBackup, FoundFile, Reading } from './gather-backups'

export type ListFolderInput = { folder: string }
export type FolderListing = {
  backups: FoundBackup[]
  /** Files with the right ending that do not read, with the reason. */
  unreadable: (FoundFile & { reason: UnreadableReason })[]
  /** Files beyond the most that one look reads. */
  unread: number
}
type Report = (progress: { phase: 'reading'; done: number; total: number; unit: 'files' }) => void

const maxFiles = 2000
const maxFolders = 100
const hidden = /^[.$]|^System Volume Information$|\.kebu$/

/**
 * Every backup file of a folder and of the folders directly in it, by their manifests alone: no page is read and no password asked.
 * @throws AppError `backups.target-gone` when the folder cannot be listed, `core.cancelled`
 */
export async function listFolder(
  { folder }: ListFolderInput,
  report: Report,
  signal: AbortSignal,
): Promise<FolderListing> {
  const paths = await listPaths(folder)
  const read: Reading[] = []
  const unreadable: FolderListing['unreadable'] = []
  const total = Math.min(paths.length, maxFiles)
  for (const path of paths.slice(0, maxFiles)) {
    throwIfCancelled(signal)
    report({ phase: 'reading', done: read.length + unreadable.length, total, unit: 'files' })
    const reading = await look(path)
    if ('reason' in reading) unreadable.push(reading)
    else read.push(reading)
  }
  report({ phase: 'reading', done: total, total, unit: 'files' })
  return { backups: gatherBackups(read), unreadable, unread: paths.length - total }
}

/** The newest names first: they hold the moment, so that a limit leaves out the oldest. */
async function listPaths(folder: string): Promise<string[]> {
  const here = await entriesOf(folder).catch(() => {
    throw new AppError('backups.target-gone', 'folder cannot be listed')
  })
  const folders = here.folders.slice(0, maxFolders).map(async (path) => {
    const inside = await entriesOf(path).catch(() => null)
    return inside?.files ?? []
  })
  const files = [...here.files, ...(await Promise.all(folders)).flat()]
  return files.sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1))
}

function momentOf(path: string): string {
  return /\d{8}-\d{6}/.exec(basename(path))?.[0] ?? ''
}

async function entriesOf(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true })
  const pathOf = ({ name }: { name: string }) => join(folder, name)
  return {
    files: entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(backupExtension))
      .map(pathOf),
    folders: entries
      .filter((entry) => entry.isDirectory() && !hidden.test(entry.name))
      .map(pathOf)
      .sort(),
  }
}

async function look(path: string): Promise<Reading | FolderListing['unreadable'][number]> {
  const file = { path, fileName: basename(path), folder: dirname(path) }
  try {
    const { manifest, bytes } = await inspectBackup(path)
    return { ...file, bytes, manifest: manifest satisfies BackupManifest }
  } catch (error) {
    return { ...file, reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): UnreadableReason {
  const code = error instanceof AppError ? error.code : null
  if (code === 'backups.damaged') return 'damaged'
  if (code === 'backups.not-a-backup') return 'foreign'
  return code === 'backups.newer-format' ? 'newer' : 'unreadable'
}
