import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Loads the SQLite addon and Argon2 and runs one call of each: 'ok', or what went wrong. */
export function checkAddons() {
  try {
    const require = createRequire(join(process.env.KEBU_PROBE_ROOT, 'package.json'))
    const Database = require('better-sqlite3')
    const nativeBinding = process.env.KEBU_SQLITE_ADDON
    const db = new Database(':memory:', nativeBinding ? { nativeBinding } : {})
    const answer = db.prepare('select 42').pluck().get()
    db.close()
    if (answer !== 42) return 'SQLite answers wrongly'
    const { hashRawSync } = require('@node-rs/argon2')
    const options = { memoryCost: 1024, timeCost: 1, parallelism: 1, outputLen: 32 }
    return hashRawSync('probe', { ...options, salt: Buffer.alloc(16) }).length === 32
      ? 'ok'
      : 'Argon2 answers wrongly'
  } catch (error) {
    return error.message
  }
}

if (process.parentPort) process.parentPort.postMessage(checkAddons())
