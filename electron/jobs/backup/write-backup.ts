import { dirname } from 'node:path'
import { AppError } from '@shared/core/errors'
import { partFileName, partialSuffix } from '@shared/features/backups/backup-files.rules'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { FileTooLong } from './byte-writer'
import { assertLength, hashAllPages, listChangedRuns } from './copy-pages'
import { damaged, sourceError, writeError } from './errors'
import { diskFileSystem, type FileSystem, type OpenFile } from './file-system'
import { digestOfList, pageHashBytes, pagesPerRun } from './format'
import { readHashList } from './hash-list'
import { pageListRecord } from './page-list'
import { type PartPlan, planParts } from './plan-parts'
import { throttled } from '../throttled'
import type { Report } from './progress'
import { type PageRun, runsOfAll } from './read-ahead'
import { closing, createPartsWriter } from './write-parts'

export type WriteInput = {
  /** The live database file, held still by `holdSnapshot` in another process. */
  databasePath: string
  /** Name that the backup gets once it is proven; what is written here has `.partial` behind it. */
  finalPath: string
  vaultHeader: Uint8Array
  /** `part`, `parts` and `changedPages` are set here. */
  manifest: BackupManifest
  /** File of the backup that this one is built on; null for a full one. */
  parentPath?: string | null
  /** Key of the seal; overwritten with zeros here. */
  macKey: Uint8Array
}

type Work = {
  input: WriteInput
  source: OpenFile
  report: Report
  signal: AbortSignal
  fileSystem: FileSystem
}

/** What is to be copied, and the list that gets all hashes; `known` where they were taken before. */
type Pages = { runs: PageRun[]; hashes: Buffer; known: boolean }

/**
 * Copies the encrypted pages of a held database, all or those that differ from the parent, into `<finalPath>.partial`, flushed to the
 * disk; into several parts where a file may not be so long. Room is asked for before a byte is written. On any failure what was
 * written is taken away and nothing else is touched.
 * @returns bytes written, of all parts
 * @throws AppError `backups.target-exists`, `backups.target-too-small`, `backups.target-gone`, `core.read-only`,
 * `core.cancelled`, `backups.damaged` when the parent is not what the manifest names
 */
export async function writeBackup(
  input: WriteInput,
  report: Report,
  signal: AbortSignal,
  fileSystem: FileSystem = diskFileSystem,
): Promise<number> {
  try {
    const parentList = await readParentList(input, fileSystem)
    if (await fileSystem.exists(input.finalPath)) throw new AppError('backups.target-exists')
    const source = await fileSystem.openRead(input.databasePath).catch((error: unknown) => {
      throw sourceError(error)
    })
    const work = { input, source, report: throttled(report), signal, fileSystem }
    try {
      await assertLength(source, input.manifest)
      return await writePages(work, await choosePages(work, parentList))
    } finally {
      // It was only read from: the backup is none the worse.
      await source.close().catch(() => undefined)
    }
  } catch (error) {
    throw writeError(error, 'backups.target-too-small')
  } finally {
    input.macKey.fill(0)
  }
}

/** Page hashes of the parent, if it is still the file that the manifest names. @throws AppError `backups.damaged` */
async function readParentList(
  { manifest, parentPath }: WriteInput,
  fileSystem: FileSystem,
): Promise<Buffer | null> {
  if (manifest.kind === 'full') return null
  const parent = await readHashList(parentPath ?? '', fileSystem)
  const fits =
    parent.manifest.backupUid === manifest.parentUid &&
    parent.manifest.pageSize === manifest.pageSize &&
    digestOfList(parent.list) === manifest.parentHashes
  if (!fits) throw damaged('parent is another file')
  return parent.list
}

/** A link hashes the whole database first: then it is known what it will take, and only that is read again. */
async function choosePages(work: Work, parentList: Buffer | null): Promise<Pages> {
  const { manifest } = work.input
  const { pageSize, pageCount } = manifest
  if (parentList === null) {
    const runs = runsOfAll(pageCount, pagesPerRun(pageSize))
    return { runs, hashes: Buffer.alloc(pageCount * pageHashBytes), known: false }
  }
  const hashes = await hashAllPages({ ...work, manifest })
  return { runs: listChangedRuns(hashes, parentList, manifest), hashes, known: true }
}

/** Where nobody told how long a file may be, the drive does: then what went in is the length of a part. */
async function writePages(work: Work, pages: Pages): Promise<number> {
  const max = await work.fileSystem.maxFileBytes(dirname(work.input.finalPath))
  try {
    return await writePlanned(work, pages, max)
  } catch (error) {
    if (!(error instanceof FileTooLong)) throw error
    return writePlanned(work, pages, error.fits)
  }
}

async function writePlanned(
  work: Work,
  { runs, ...pages }: Pages,
  maxFileBytes: number | null,
): Promise<number> {
  const { input, fileSystem } = work
  const { vaultHeader, finalPath } = input
  const changedPages = pages.known ? runs.reduce((sum, { count }) => sum + count, 0) : null
  const manifest = { ...input.manifest, changedPages }
  const plan = planParts({
    ...{ runs, maxFileBytes, pageSize: manifest.pageSize },
    listBytes: pageListRecord(manifest).bytes,
    manifestBytes: longestManifest(manifest),
    headerBytes: vaultHeader.length,
  })
  await assertRoom(plan, dirname(finalPath), fileSystem)
  const created: string[] = []
  const writer = createPartsWriter({ ...work, ...pages, plan, manifest })
  try {
    for (const [index, part] of plan.entries()) {
      const path = partFileName(finalPath + partialSuffix, index + 1)
      const file = await fileSystem.create(path)
      created.unshift(path)
      await closing(file, () => writer.write(file, part, index + 1))
    }
    return writer.bytes()
  } catch (error) {
    for (const path of created) await fileSystem.unlink(path).catch(() => undefined)
    throw error instanceof FileTooLong && maxFileBytes !== null
      ? new AppError('backups.target-too-small', 'file too long for this place')
      : error
  }
}

function longestManifest(manifest: BackupManifest): number {
  return Buffer.byteLength(JSON.stringify({ ...manifest, part: 99999, parts: 99999 }))
}

async function assertRoom(plan: PartPlan[], folder: string, fileSystem: FileSystem): Promise<void> {
  const needed = plan.reduce((sum, { bytes }) => sum + bytes, 0)
  const free = await fileSystem.freeBytes(folder)
  if (free !== null && free < needed)
    throw new AppError('backups.target-too-small', 'not enough room', { needed, free })
}
