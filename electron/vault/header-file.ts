import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { headerBytes, maxHeaderBytes, parseHeader, type VaultHeader } from './header'

/** Names inside a book folder. */
export const bookFiles = {
  header: 'vault.json',
  previousHeader: 'vault.prev.json',
  damagedHeader: 'vault.damaged.json',
  database: 'book.db',
  state: 'state.json',
  lock: 'book.lock',
} as const

/**
 * Reads the header of a book folder.
 * @throws AppError `vault.header-missing`, `vault.header-damaged`, `vault.header-unsupported`
 */
export function readHeader(folder: string): VaultHeader {
  return readHeaderFile(join(folder, bookFiles.header))
}

/** The kept previous header when it is whole, else null. */
export function findPreviousHeader(folder: string): VaultHeader | null {
  try {
    return readHeaderFile(join(folder, bookFiles.previousHeader))
  } catch {
    return null
  }
}

/**
 * Replaces the header so that a crash at any moment leaves the old or the new one: temporary file, fsync, the old one kept
 * as `vault.prev.json`, rename, fsync of the folder.
 */
export function writeHeader(folder: string, header: VaultHeader): void {
  const target = join(folder, bookFiles.header)
  if (existsSync(target)) {
    writeAtomically(join(folder, bookFiles.previousHeader), readFileSync(target))
  }
  writeAtomically(target, headerBytes(header))
}

/** Puts the previous header back in place; the damaged one is kept aside, nothing is deleted. */
export function restorePreviousHeader(folder: string): void {
  const previous = findPreviousHeader(folder)
  if (!previous) throw new AppError('vault.header-damaged', 'no whole previous header')
  const target = join(folder, bookFiles.header)
  if (existsSync(target)) renameSync(target, join(folder, bookFiles.damagedHeader))
  writeAtomically(target, headerBytes(previous))
}

/** Writes a small file so that readers see all of it or the one before. */
export function writeAtomically(path: string, bytes: Buffer): void {
  const temporary = `${path}.tmp`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
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

function readHeaderFile(path: string): VaultHeader {
  if (!existsSync(path)) throw new AppError('vault.header-missing', 'no header file')
  if (statSync(path).size > maxHeaderBytes)
    throw new AppError('vault.header-damaged', 'header too large')
  return parseHeader(readFileSync(path))
}
