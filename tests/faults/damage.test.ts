import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '@db/migrations'
import { openBook } from '@db/open'
import { importRows } from '@db/workflows/import-rows'
import { AppError, toErrorShape } from '@shared/core/errors'
import { extractBackup } from '../../electron/jobs/backup/extract-backup'
import { diskFileSystem } from '../../electron/jobs/backup/file-system'
import { makeOwnFolder, removeOwnFolder } from '../../electron/jobs/backup/own-folder'
import { headerBytes, parseHeader, type VaultHeader } from '../../electron/vault/header'
import { wipeVaultKeys } from '../../electron/vault/keys'
import { unwrapHeader } from '../../electron/vault/unwrap'
import {
  backUp,
  keys,
  makeBook,
  makeSandbox,
  never,
  pageKey,
  quiet,
} from '../electron/jobs/backup/backup-fixture'
import { importRowsOf } from '../factories/import-rows'
import { createTestBook } from '../factories/test-book'
import { type Damage, everyDamage, spreadDamage, tally, withDamage } from '../support/damage'
import { tempFolder } from '../support/temp-folder'
import { people, testPassword, testVault } from '../support/vault'

/** A look at the whole file goes wrong in this way, or `unnoticed` / `wrong data` when it does not. */
type Look = (bytes: Buffer) => string | Promise<string>

/** Looks at each damaged form of a file, and now and then at the file as it is. */
async function lookAtAll(whole: Buffer, damages: Damage[], look: Look) {
  const damaged: string[] = []
  const undamaged: string[] = []
  for (const [index, damage] of damages.entries()) {
    damaged.push(await look(withDamage(whole, damage)))
    if (index % 20 === 0) undamaged.push(await look(whole))
  }
  return { damaged: tally(damaged), undamaged: tally(undamaged) }
}

const codeOf = (error: unknown) => toErrorShape(error).code

/** Every row of every table but the settings, which each opening changes. */
function dump(raw: Database.Database): string {
  const names = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'setting'`)
    .pluck()
    .all()
  return JSON.stringify(names.map((name) => raw.prepare(`SELECT * FROM "${String(name)}"`).all()))
}

/** Reads all rows and checks all pages through a connection. */
function lookThrough(open: () => { raw: Database.Database; close: () => void }, rows: string) {
  try {
    const book = open()
    try {
      if (dump(book.raw) !== rows) return 'wrong data'
      if (book.raw.pragma('integrity_check', { simple: true }) === 'ok') return 'unnoticed'
      throw new AppError('vault.database-damaged')
    } finally {
      book.close()
    }
  } catch (error) {
    return codeOf(error)
  }
}

function makeSmallBook() {
  const made = createTestBook()
  made.command({ route: 'imports.commit', undoable: true }, (context) =>
    importRows(context, { fileName: 'a.csv', rejected: 0, rows: importRowsOf(3) }),
  )
  const rows = dump(made.book.raw)
  made.book.close()
  const whole = readFileSync(made.path)
  made.dispose()
  return { key: made.key, rows, whole }
}

/** The gate takes a sample; KEBU_FAULTS=all, with the links of chains and the header, takes far more than 10,000. */
const count = process.env.KEBU_FAULTS === 'all' ? 5000 : 2000

describe('accidents to the database', () => {
  it('are all reported as damage, and the whole file is never refused', async () => {
    const { key, rows, whole } = makeSmallBook()
    const path = join(tempFolder(), 'book.db')
    let looks = 0
    const look = (bytes: Buffer) => {
      for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
      writeFileSync(path, bytes)
      const readonly = (looks += 1) % 4 !== 0
      const options = { path, mode: 'open' as const, readonly }
      return lookThrough(() => openBook({ ...options, key: Buffer.from(key) }), rows)
    }
    const seen = await lookAtAll(whole, spreadDamage(whole.length, count, 1), look)
    expect(seen).toEqual({
      damaged: { 'vault.database-damaged': count },
      undamaged: { unnoticed: count / 20 },
    })
  })

  it('would give wrong data under a cipher that proves nothing', async () => {
    const path = join(tempFolder(), 'book.db')
    const open = () => {
      const raw = new Database(path)
      raw.pragma(`cipher = 'aes256cbc'`)
      raw.key(Buffer.alloc(32, 7))
      return raw
    }
    const made = open()
    migrate(made)
    const insert = made.prepare(
      `INSERT INTO tag (uid, code, type, name, name_folded, created_at) VALUES (?, ?, 'need', ?, ?, 1)`,
    )
    for (let index = 0; index < 500; index += 1) {
      const name = `虚构 ${index}`
      insert.run(`${index}`, `${index}`, name, name)
    }
    const rows = dump(made)
    made.close()
    const whole = readFileSync(path)
    const look = (bytes: Buffer) => {
      writeFileSync(path, bytes)
      return lookThrough(() => {
        const raw = open()
        return { raw, close: () => raw.close() }
      }, rows)
    }
    const { damaged } = await lookAtAll(whole, spreadDamage(whole.length, 200, 1), look)
    expect(damaged['wrong data']).toBeGreaterThan(0)
  })
})

describe('every accident to the header', () => {
  let header: VaultHeader
  beforeAll(async () => {
    const { header: made, keys: vaultKeys } = await testVault()
    wipeVaultKeys(vaultKeys)
    header = made
  })

  it('is reported as damage before a password is asked for', async () => {
    const whole = headerBytes(header)
    const look = (bytes: Buffer) => {
      try {
        parseHeader(bytes)
        return 'unnoticed'
      } catch (error) {
        return codeOf(error)
      }
    }
    // Without its last line break a header still says all that it says.
    const all = everyDamage(whole.length, whole.length - 1)
    expect(all.length).toBeGreaterThan(3000)
    const seen = await lookAtAll(whole, all, look)
    expect(seen.damaged).toEqual({ 'vault.header-damaged': all.length })
    expect(Object.keys(seen.undamaged)).toEqual(['unnoticed'])
  })

  it('leaves the whole one alone, which opens with its password', async () => {
    const secret = { userUid: people.owner, secret: testPassword }
    const opened = await unwrapHeader(parseHeader(headerBytes(header)), secret)
    expect(opened.dataKey).toHaveLength(32)
    wipeVaultKeys(opened)
  })

  it('would look like a wrong password without the checksum', async () => {
    const whole = headerBytes(header)
    const at = whole.indexOf('"sealedPrivate": "') + '"sealedPrivate": "'.length + 20
    const bytes = Buffer.from(whole)
    bytes[at] = bytes[at] === 0x41 ? 0x42 : 0x41
    const unchecked = JSON.parse(bytes.toString()) as VaultHeader
    const secret = { userUid: people.owner, secret: testPassword }
    expect(await unwrapHeader(unchecked, secret).catch(codeOf)).toBe('vault.wrong-password')
  })
})

describe('accidents to a backup', () => {
  async function makeBackup() {
    const sandbox = makeSandbox()
    const book = makeBook(sandbox)
    const path = await backUp(book, sandbox)
    const rows = dump(book.raw)
    book.close()
    const whole = readFileSync(path)
    return { sandbox, path, rows, whole }
  }

  it('are all reported as damage, and the whole file is never refused', async () => {
    const { sandbox, path, rows, whole } = await makeBackup()
    const look = async (bytes: Buffer) => {
      writeFileSync(path, bytes)
      const into = await makeOwnFolder(sandbox.work, 'proof', diskFileSystem)
      const rest = { report: quiet, signal: never(), fileSystem: diskFileSystem }
      try {
        await extractBackup({ path, into, keys: keys(), ...rest })
        const book = { path: join(into, 'book.db'), key: pageKey(), mode: 'open' as const }
        return lookThrough(() => openBook({ ...book, readonly: true }), rows)
      } catch (error) {
        return codeOf(error)
      } finally {
        await removeOwnFolder(into, diskFileSystem)
      }
    }
    const seen = await lookAtAll(whole, spreadDamage(whole.length, count, 2), look)
    sandbox.remove()
    expect(seen).toEqual({
      damaged: { 'backups.damaged': count },
      undamaged: { unnoticed: count / 20 },
    })
  })

  it('would pass a reader that looks at the length only', async () => {
    const { sandbox, whole } = await makeBackup()
    sandbox.remove()
    const look = (bytes: Buffer) => (bytes.length === whole.length ? 'unnoticed' : 'noticed')
    const { damaged } = await lookAtAll(whole, spreadDamage(whole.length, 300, 2), look)
    expect(damaged.unnoticed).toBe(270)
  })
})
