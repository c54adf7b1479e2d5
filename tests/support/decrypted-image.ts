import type Database from 'better-sqlite3'

/**
 * Every page of a book in the clear, free ones and the gaps in pages included, as the key would show them. For tests that look for
 * remnants; a copy without key (`rekey`, `VACUUM INTO`) is written anew and holds none.
 */
export function decryptedImage(raw: Database.Database): Buffer {
  raw.pragma('wal_checkpoint(TRUNCATE)')
  return raw.serialize()
}
