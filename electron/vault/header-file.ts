import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import type { HeaderCopy, HeaderCopySource } from '@shared/features/vault/vault.schema'
import { failPoint } from './fail-point'
import { headerBytes, maxHeaderBytes, parseHeader, type VaultHeader } from './header'
import { findSecondCopy, secondCopyBytes } from './second-copy'

/** Names inside a book folder. */
export const bookFiles = {
  header: 'vault.json',
  copiedHeader: 'vault.copy.json',
  damagedHeader: 'vault.damaged.json',
  database: 'book.db',
  state: 'state.json',
  lock: 'book.lock',
  /** How far the open book has got, for the day its WAL is lost. */
  mark: 'book.mark',
  /** Room for a full disk. */
  ballast: 'ballast',
} as const

/** What `putHeader` set aside: the first, and the numbered ones after it. */
const setAside = /^vault\.damaged(-\d+)?\.json$/

/**
 * Reads the header of a book folder.
 * @throws AppError `vault.header-missing`, `vault.header-damaged`, `vault.header-unsupported`
 */
export function readHeader(folder: string): VaultHeader {
  return readHeaderFile(join(folder, bookFiles.header))
}

/**
 * Replaces the header so that a crash at any moment leaves the old or the new one (temporary file, fsync, rename, fsync of the
 * folder), with a copy beside it and one in the second place. The copies are of the same header, never of an older one: that
 * would bring back a removed person, and the book refuses it anyway. The one beside goes first, so that no older one is left
 * as soon as the new header counts.
 * @param secondPlace folder on this computer for copies, or null
 */
export function writeHeader(folder: string, header: VaultHeader, secondPlace: string | null): void {
  writeAtomically(join(folder, bookFiles.copiedHeader), headerBytes(header))
  for (const name of readdirSync(folder)) if (setAside.test(name)) rmSync(join(folder, name))
  failPoint('header:before-write')
  writeAtomically(join(folder, bookFiles.header), headerBytes(header))
  failPoint('header:before-second')
  keepSecondCopy(folder, header, secondPlace)
}

/**
 * Keeps a copy of the header on this computer, outside of the book's folder. A failure is ignored: the copy is a convenience,
 * and the header itself has been written.
 * @param secondPlace folder of the copies, made if missing; null for none
 */
export function keepSecondCopy(
  folder: string,
  header: VaultHeader,
  secondPlace: string | null,
): void {
  if (secondPlace === null) return
  try {
    mkdirSync(secondPlace, { recursive: true, mode: 0o700 })
    const path = join(secondPlace, `${header.vaultId}.json`)
    writeAtomically(path, secondCopyBytes(folder, header))
  } catch {
    // The next write tries again.
  }
}

/** Whole copies of the header that are at hand, newest first. */
export function listHeaderCopies(folder: string, secondPlace: string | null): HeaderCopy[] {
  const copies = (['beside', 'second'] as const).flatMap((source) => {
    const header = findCopy(folder, secondPlace, source)
    return header ? [{ source, generation: header.generation, savedAt: header.writtenAt }] : []
  })
  return copies.sort((a, b) => b.generation - a.generation || b.savedAt - a.savedAt)
}

/**
 * Puts a kept copy in place of the header.
 * @throws AppError `vault.no-header-copy` when there is no whole one
 */
export function restoreHeaderCopy(
  folder: string,
  secondPlace: string | null,
  source: HeaderCopySource,
): void {
  const header = findCopy(folder, secondPlace, source)
  if (!header) throw new AppError('vault.no-header-copy', 'no whole copy of the header')
  putHeader(folder, header)
}

/** Puts a header in place, for instance one out of a backup. What was there is set aside, nothing is deleted. */
export function putHeader(folder: string, header: VaultHeader): void {
  const target = join(folder, bookFiles.header)
  if (existsSync(target)) {
    renameSync(target, join(folder, freeName(folder)))
    syncFolder(folder)
  }
  writeAtomically(target, headerBytes(header))
}

/** Writes a small file so that readers see all of it or the one before, also after a crash. */
export function writeAtomically(path: string, bytes: Buffer): void {
  const temporary = `${path}.tmp`
  const file = openSync(temporary, 'w', 0o600)
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  failPoint(`${basename(path)}:before-rename`)
  renameSync(temporary, path)
  failPoint(`${basename(path)}:after-rename`)
  syncFolder(dirname(path))
}

/** Makes a rename durable; Windows has no handle for folders and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function findCopy(
  folder: string,
  secondPlace: string | null,
  source: HeaderCopySource,
): VaultHeader | null {
  if (source === 'second') return findSecondCopy(folder, secondPlace)
  return findHeader(join(folder, bookFiles.copiedHeader))
}

function freeName(folder: string): string {
  let name: string = bookFiles.damagedHeader
  for (let number = 2; existsSync(join(folder, name)); number += 1)
    name = `vault.damaged-${number}.json`
  return name
}

function findHeader(path: string): VaultHeader | null {
  try {
    return readHeaderFile(path)
  } catch {
    return null
  }
}

function readHeaderFile(path: string): VaultHeader {
  if (!existsSync(path)) throw new AppError('vault.header-missing', 'no header file')
  if (statSync(path).size > maxHeaderBytes)
    throw new AppError('vault.header-damaged', 'header too large')
  return parseHeader(readFileSync(path))
}
