import Database from 'better-sqlite3'

export type ConnectOptions = {
  path: string
  /** 32 bytes, owned by the callee from here on: overwritten with zeros before this returns or throws. */
  key: Buffer
  readonly?: boolean
  /** Path of the native addon; by default KEBU_SQLITE_ADDON, else the prebuild of the package. */
  nativeBinding?: string
}

/** `raw:` makes SQLite3 Multiple Ciphers take the bytes as the key itself instead of stretching them as a password. */
const rawKeyMark = Buffer.from('raw:')

/** A key with its mark, for `.key()` and `.rekey()`; the caller overwrites both. */
export function toRawKey(key: Buffer): Buffer {
  return Buffer.concat([rawKeyMark, key])
}

/**
 * Opens an existing or new encrypted file and sets every pragma of a connection. Creates the file when it is missing,
 * unless `readonly`: the callers decide whether that may happen.
 * @throws the native error with its SQLite code; NOTADB when the key does not fit or the first page is damaged
 */
export function connect(options: ConnectOptions): Database.Database {
  const keyed = toRawKey(options.key)
  options.key.fill(0)
  const nativeBinding = options.nativeBinding ?? process.env.KEBU_SQLITE_ADDON
  let raw: Database.Database | null = null
  try {
    raw = new Database(options.path, {
      readonly: options.readonly ?? false,
      timeout: 5000,
      ...(nativeBinding ? { nativeBinding } : {}),
    })
    raw.pragma(`cipher = 'chacha20'`)
    // As bytes: a key in a PRAGMA string leaves hex copies on the heap.
    raw.key(keyed)
    setPragmas(raw, options.readonly ?? false)
    return raw
  } catch (error) {
    raw?.close()
    throw error
  } finally {
    keyed.fill(0)
  }
}

function setPragmas(raw: Database.Database, readonly: boolean): void {
  // First statement that reads a page: a wrong key or a damaged file ends here.
  raw.prepare('SELECT count(*) FROM sqlite_schema').get()
  // Sorts and subqueries spill into plaintext temp files otherwise.
  raw.pragma('temp_store = MEMORY')
  raw.pragma('foreign_keys = ON')
  raw.pragma('trusted_schema = OFF')
  raw.pragma('cell_size_check = ON')
  // 64 MiB of decrypted pages: with 2 MiB the cipher costs up to eight times as much.
  raw.pragma('cache_size = -65536')
  if (readonly) return
  raw.pragma('journal_mode = WAL')
  // WAL falls back to NORMAL by itself, which loses acknowledged commits in a power cut.
  raw.pragma('synchronous = FULL')
  raw.pragma('fullfsync = ON')
  raw.pragma('checkpoint_fullfsync = ON')
  raw.pragma('secure_delete = ON')
  // A flipped bit in the WAL drops every commit behind it: keep it short.
  raw.pragma('wal_autocheckpoint = 200')
}

const expected: Record<string, string | number> = {
  cipher: 'chacha20',
  journal_mode: 'wal',
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  secure_delete: 1,
  temp_store: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  cache_size: -65536,
  wal_autocheckpoint: 200,
  busy_timeout: 5000,
}

/**
 * Checks that every pragma holds. To be called after a write: before the first one SQLite shows `synchronous` as set
 * while it is not.
 * @throws Error naming the pragma that does not hold
 */
export function assertPragmas(raw: Database.Database): void {
  for (const [name, value] of Object.entries(expected)) {
    const actual: unknown = raw.pragma(name, { simple: true })
    if (actual !== value) throw new Error(`pragma ${name} does not hold`)
  }
}
