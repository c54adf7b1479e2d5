import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { openBook } from '@db/open'
import { holdSnapshot } from '@db/snapshot'
import { connect } from '@db/connect'
import type { BackupKind, BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { getChain } from '../../../../electron/jobs/backup/chain'
import { extractBackup } from '../../../../electron/jobs/backup/extract-backup'
import { backupKeyId, digestOfList } from '../../../../electron/jobs/backup/format'
import { readHashList } from '../../../../electron/jobs/backup/hash-list'
import { makeOwnFolder, removeOwnFolder } from '../../../../electron/jobs/backup/own-folder'
import { diskFileSystem, type FileSystem } from '../../../../electron/jobs/backup/file-system'
import { finishBackup } from '../../../../electron/jobs/backup/partial-file'
import { nameOf } from '../../../../electron/jobs/backup/parts'
import { proveBackup } from '../../../../electron/jobs/backup/prove-backup'
import { writeBackup } from '../../../../electron/jobs/backup/write-backup'

export const quiet = () => undefined
export const never = () => new AbortController().signal
export const vaultId = '0198f1a0-0000-7000-8000-000000000001'
export const bookName = '晨禾示例商贸'
export const vaultHeader = Buffer.from('{"example":"header"}\n')

/** Fresh copies, because whoever takes a key wipes it. */
export const pageKey = () => Buffer.alloc(32, 7)
export const macKey = () => Buffer.alloc(32, 9)
export const keys = () => ({ pageKey: pageKey(), macKey: macKey() })

export type Sandbox = { root: string; work: string; drive: string; remove: () => void }

/** One folder as the computer's disk, one as the USB drive. */
export function makeSandbox(): Sandbox {
  const root = mkdtempSync(join(tmpdir(), 'kebu-backup-'))
  const [work, drive] = [join(root, 'disk'), join(root, 'drive')]
  mkdirSync(work)
  mkdirSync(drive)
  return { root, work, drive, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** A real encrypted book with the production schema and a number of settings in it. */
export function makeBook({ work }: Sandbox, rows = 20): Book {
  const book = openBook({ path: join(work, 'book.db'), key: pageKey(), mode: 'create' })
  fillBook(book, rows)
  return book
}

export function fillBook(book: Book, rows: number, mark = 'row'): void {
  const insert = book.raw.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)')
  book.raw.transaction(() => {
    for (let index = 0; index < rows; index++) insert.run(`${mark}-${index}`, '示例'.repeat(40))
  })()
}

export function manifestOf(facts: ReturnType<typeof holdSnapshot>): BackupManifest {
  const { rowCounts, auditHead, schemaVersion, pageSize, pageCount } = facts
  return {
    vaultId,
    backupUid: '0198f1a0-0000-7000-8000-000000000002',
    kind: 'full',
    parentUid: null,
    parentHashes: null,
    ancestors: [],
    changedPages: null,
    keyId: null,
    part: 1,
    parts: 1,
    bookName,
    createdAt: Date.UTC(2026, 10, 22, 1, 12),
    appVersion: '0.1.0',
    pageCipher: 'chacha20',
    schemaVersion,
    pageSize: pageSize as 4096,
    pageCount,
    rowCounts,
    auditHead,
  }
}

let uids = 0
const nextUid = () => `0198f1a0-0000-7000-9000-${String(++uids).padStart(12, '0')}`

/** What a link on top of this file says of its parent; no limit of length or size holds here. */
export async function parentOf(path: string) {
  const links = await getChain(path)
  const { manifest, list } = await readHashList(path)
  return {
    parentUid: manifest.backupUid,
    parentHashes: digestOfList(list),
    ancestors: links.map((link) => ({ uid: link.manifest.backupUid, fileName: nameOf(link) })),
  }
}

/** The real disk without waiting for it: what is written is the same. */
const unflushed: FileSystem = {
  ...diskFileSystem,
  create: async (path) => ({
    ...(await diskFileSystem.create(path)),
    sync: () => Promise.resolve(),
  }),
  syncFolder: () => Promise.resolve(),
}

/** The same on a drive that takes no longer files. */
export function shortFiles(maxFileBytes: number): FileSystem {
  return { ...unflushed, maxFileBytes: () => Promise.resolve(maxFileBytes) }
}

type LinkOptions = {
  kind?: BackupKind
  parentPath?: string | null
  vaultId?: string
  backupUid?: string
  createdAt?: number
  /** Where the backup is written; the real disk by default. */
  fileSystem?: FileSystem
}

/** Writes a full backup or a link of a chain under its final name, without proving it. */
export async function writeLink(
  book: Book,
  { drive }: Sandbox,
  name: string,
  { kind = 'full', parentPath = null, fileSystem = unflushed, ...facts }: LinkOptions = {},
): Promise<string> {
  const finalPath = join(drive, name)
  const parent = parentPath === null ? {} : await parentOf(parentPath)
  const snapshot = holdSnapshot({ book, key: pageKey() })
  try {
    const named = { backupUid: nextUid(), keyId: backupKeyId(macKey()), kind, ...parent, ...facts }
    const manifest = { ...manifestOf(snapshot), ...named }
    const input = { databasePath: book.path, finalPath, vaultHeader, parentPath, manifest }
    await writeBackup({ ...input, macKey: macKey() }, quiet, never(), fileSystem)
  } finally {
    snapshot.release()
  }
  await finishBackup(finalPath, fileSystem)
  return finalPath
}

/** Every row of every table, as text. */
export function dumpOf(raw: Book['raw']): string {
  const tables = raw
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
  return JSON.stringify(
    tables.map((name) => [name, raw.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).raw().all()]),
  )
}

/** Extracts a backup with all its checks into a folder of ours and dumps it. */
export async function dumpOfBackup(path: string, { work }: Sandbox): Promise<string> {
  const into = await makeOwnFolder(work, 'proof', diskFileSystem)
  try {
    const common = { report: quiet, signal: never(), fileSystem: diskFileSystem, durable: false }
    await extractBackup({ path, into, keys: keys(), ...common })
    const raw = connect({ path: join(into, 'book.db'), key: pageKey(), readonly: true })
    const dump = dumpOf(raw)
    raw.close()
    return dump
  } finally {
    await removeOwnFolder(into, diskFileSystem)
  }
}

const unsaid = {
  parentHashes: undefined,
  ancestors: undefined,
  keyId: undefined,
} as unknown as Pick<BackupManifest, 'parentHashes' | 'ancestors' | 'keyId'>

/** The whole way of a full backup before there were chains. */
export async function backUp(
  book: Book,
  { work, drive }: Sandbox,
  fileSystem: FileSystem = diskFileSystem,
  name = 'a.kebubak',
): Promise<string> {
  const finalPath = join(drive, name)
  const snapshot = holdSnapshot({ book, key: pageKey() })
  try {
    const input = { databasePath: book.path, finalPath, vaultHeader, macKey: macKey() }
    // As format 1.0 wrote it; what is not said there has its default.
    const manifest = { ...manifestOf(snapshot), ...unsaid }
    await writeBackup({ ...input, manifest }, quiet, never(), fileSystem)
  } finally {
    snapshot.release()
  }
  const proof = { path: `${finalPath}.partial`, workFolder: work, keys: keys() }
  await proveBackup(proof, quiet, never(), fileSystem)
  await finishBackup(finalPath, fileSystem)
  return finalPath
}

/** Every file below a folder with its size. */
export function treeOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(folder.length + 1)} ${statSync(path).size}`)
    .sort()
}

export function writeCopy(path: string, bytes: Buffer): string {
  writeFileSync(path, bytes)
  return path
}
