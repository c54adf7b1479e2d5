import { closeSync, fsyncSync, openSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { AppError } from '@shared/core/errors'
import { connect, toRawKey } from './connect'
import { type BookFacts, readBookFacts } from './snapshot'

type Options = {
  /** The closed book; it is only read. */
  path: string
  /** File to make; must not exist. */
  nextPath: string
  /** 32 bytes each; overwritten with zeros before this returns or throws. */
  key: Buffer
  nextKey: Buffer
}

/**
 * Makes a copy of a closed book under a new page key and proves it: integrity, references, rows of every table and the audit
 * head are those of the original. The original stays untouched, so a crash in here costs nothing.
 * @returns facts of both
 * @throws AppError `vault.rotation-failed` when the copy is not the original; native errors of the disk
 */
export function copyWithNewKey(options: Options): BookFacts {
  const { path, nextPath, key, nextKey } = options
  try {
    const facts = copyPages(path, nextPath, key)
    // Not in WAL mode: SQLite3 Multiple Ciphers cannot change the key of pages that lie in a log.
    const copy = openForRekey(nextPath, key)
    try {
      wipingAfter(toRawKey(nextKey), (raw) => copy.rekey(raw))
    } finally {
      copy.close()
    }
    flush(nextPath)
    proveCopy(nextPath, nextKey, facts)
    return facts
  } finally {
    key.fill(0)
    nextKey.fill(0)
  }
}

function copyPages(path: string, nextPath: string, key: Buffer): BookFacts {
  const original = connect({ path, key: Buffer.from(key), readonly: true })
  try {
    const facts = readBookFacts(original)
    original.prepare('VACUUM INTO ?').run(nextPath)
    return facts
  } finally {
    original.close()
  }
}

function openForRekey(path: string, key: Buffer): Database.Database {
  const nativeBinding = process.env.KEBU_SQLITE_ADDON
  const raw = new Database(path, nativeBinding ? { nativeBinding } : {})
  raw.pragma(`cipher = 'chacha20'`)
  wipingAfter(toRawKey(key), (keyed) => raw.key(keyed))
  raw.pragma('temp_store = MEMORY')
  raw.pragma('synchronous = FULL')
  return raw
}

function proveCopy(path: string, nextKey: Buffer, facts: BookFacts): void {
  const copy = connect({ path, key: Buffer.from(nextKey), readonly: true })
  try {
    const integrity: unknown = copy.pragma('integrity_check', { simple: true })
    const broken = copy.pragma('foreign_key_check') as unknown[]
    const { rowCounts, auditHead, schemaVersion } = readBookFacts(copy)
    const found = { rowCounts, auditHead, schemaVersion }
    const wanted = {
      rowCounts: facts.rowCounts,
      auditHead: facts.auditHead,
      schemaVersion: facts.schemaVersion,
    }
    if (integrity !== 'ok' || broken.length > 0 || !isDeepStrictEqual(found, wanted))
      throw new AppError('vault.rotation-failed', 'copy differs from the book')
  } finally {
    copy.close()
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function wipingAfter(key: Buffer, use: (key: Buffer) => void): void {
  try {
    use(key)
  } finally {
    key.fill(0)
  }
}
