import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
} from 'node:fs'
import { statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { salvageBook } from '@db/salvage'
import { copyReadable } from '@db/salvage-copy'
import { proveSalvaged } from '@db/salvage-proof'
import { AppError } from '@shared/core/errors'
import type { JobReport } from '@shared/features/jobs/jobs.contract'
import { bookFiles, syncFolder, writeAtomically } from '../../vault/header-file'
import { asideNames, removeAside, removePartial, salvageFiles } from './salvage-files'
import { type FinishedSalvage, salvageNote } from './salvage-note'

export type SalvageInput = {
  /** Folder of the closed book. */
  folder: string
  /** Folder to make for the damaged files; must not exist. */
  asideFolder: string
  /** 32 bytes; overwritten with zeros. */
  pageKey: Uint8Array
  /** Epoch ms. */
  now: number
}
type Watch = { report: (progress: JobReport) => void; signal: AbortSignal }

/**
 * Copies the damaged files aside, makes a new database of what can be read, and proves it (R094). The book itself is only read; the
 * proven file waits beside it under a name of its own. On failure or cancel everything that was made goes again.
 * @throws AppError as `salvageBook` and `proveSalvaged`; `core.disk-full` before anything is written when room is short
 */
export async function salvageJob(input: SalvageInput, watch: Watch): Promise<FinishedSalvage> {
  const { folder, asideFolder } = input
  const key = Buffer.from(input.pageKey.buffer, input.pageKey.byteOffset, input.pageKey.length)
  try {
    removePartial(folder)
    await assertRoom(folder)
    mkdirSync(asideFolder, { mode: 0o700 })
    const unreadablePages = await copyAside(input, watch)
    return await makeNew(input, key, unreadablePages, watch)
  } catch (error) {
    removePartial(folder)
    removeAside(asideFolder)
    throw error
  } finally {
    key.fill(0)
  }
}

/** The copy aside, the one that is read, and the new file. */
async function assertRoom(folder: string): Promise<void> {
  const needed =
    3 * (sizeOf(folder, bookFiles.database) + sizeOf(folder, bookFiles.database + '-wal'))
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < needed)
    throw new AppError('core.disk-full', 'no room for a salvage', { neededBytes: needed })
}

/** Each byte is read from the disk once, because one that fails may fail more with each read. */
async function copyAside(
  { folder, asideFolder }: SalvageInput,
  { report, signal }: Watch,
): Promise<number> {
  const names = asideNames.filter((name) => existsSync(join(folder, name)))
  const total = names.reduce((sum, name) => sum + sizeOf(folder, name), 0)
  let before = 0
  let unreadable = 0
  for (const name of names) {
    const tell = (bytes: number) =>
      report({ phase: 'copying', done: before + bytes, total, unit: 'bytes' })
    unreadable += await copyReadable(join(folder, name), join(asideFolder, name), {
      ...{ signal, report: tell },
    })
    before += sizeOf(folder, name)
  }
  syncFolder(asideFolder)
  syncFolder(dirname(asideFolder))
  return unreadable
}

async function makeNew(
  { folder, asideFolder, now }: SalvageInput,
  key: Buffer,
  unreadablePages: number,
  { report, signal }: Watch,
): Promise<FinishedSalvage> {
  const path = join(folder, salvageFiles.partial)
  const { tables } = await salvageBook({
    ...{ path: join(asideFolder, bookFiles.database), nextPath: path, now, signal },
    key: Buffer.from(key),
    report: (done, total) => report({ phase: 'reading', done, total, unit: 'rows' }),
  })
  const rows = tables.reduce((sum, { saved }) => sum + saved, 0)
  report({ phase: 'proving', done: rows, total: rows, unit: 'rows' })
  const proof = proveSalvaged({ path, key: Buffer.from(key) })
  if (signal.aborted) throw new AppError('core.cancelled')
  const { size, mtimeMs } = statSync(join(folder, bookFiles.database))
  const finished = salvageNote.parse({
    ...{ tables, unreadablePages, ...proof, damagedFolder: basename(asideFolder) },
    damaged: { size, mtimeMs },
  })
  flush(path)
  writeAtomically(join(folder, salvageFiles.report), Buffer.from(JSON.stringify(finished)))
  renameSync(path, join(folder, salvageFiles.proven))
  syncFolder(folder)
  return finished
}

function sizeOf(folder: string, name: string): number {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
