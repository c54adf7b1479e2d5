import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ballastBytes, createBallast } from '../../electron/services/ballast'
import { bookFiles } from '../../electron/vault/header-file'
import { customerForm } from '../factories/customers'
import { makeBook, password, type Program, startProgram } from '../support/program'

const canMount = process.platform === 'linux' && process.getuid?.() === 0
const mebibyte = 1024 * 1024

/** On a disk of its own, which is as small as it says. */
describe.skipIf(!canMount)('a book on a disk that is full', () => {
  let disk: string
  let program: Program
  let ownerUid: string
  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), 'kebu-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', disk])
    program = startProgram(mkdtempSync(join(disk, 'home-')))
    await makeBook(program)
    ownerUid = program.vault.user().uid
  })
  afterEach(async () => {
    await program.close()
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  })

  const filler = () => join(disk, 'filler')
  const ballast = () => createBallast(program.vault.folder())
  const hasBallast = () => existsSync(join(program.vault.folder(), bookFiles.ballast))
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(disk)
    return bavail * bsize
  }
  const readOnly = () => program.vault.state().readOnly

  /** Fills the disk up to the last byte, as somebody's film does. */
  function fillDisk(): void {
    for (const size of [mebibyte, 4096, 1])
      try {
        for (;;) appendFileSync(filler(), Buffer.alloc(size, 7))
      } catch {
        // No room for a piece of this size.
      }
  }

  const add = (name: string) => program.ask('customers.create', customerForm({ name }))
  async function listNames(): Promise<string[]> {
    const { rows } = (await program.ask('customers.list', {})) as { rows: { name: string }[] }
    return rows.map(({ name }) => name).sort()
  }

  /** Adds customers until one is refused; answers those that were acknowledged, and the refusal. */
  async function addUntilRefused() {
    const added: string[] = []
    for (;;) {
      const name = `虚构 ${String(added.length).padStart(4, '0')}`
      try {
        await add(name)
        added.push(name)
      } catch (error) {
        return { added, error }
      }
    }
  }

  it('is read only with what was acknowledged, and takes changes again when there is room', async () => {
    expect(await ballast().keep()).toBe(true)
    fillDisk()
    const { added, error } = await addUntilRefused()
    expect(error).toMatchObject({ code: 'core.disk-full' })
    expect(readOnly()).toBe('disk-full')
    await expect.poll(hasBallast).toBe(false)
    expect(await listNames()).toEqual(added)
    // The room of the ballast is for closing: no command may eat it.
    await expect(add('虚构 zzzz')).rejects.toMatchObject({ code: 'core.disk-full' })
    expect(freeBytes()).toBeGreaterThanOrEqual(ballastBytes - mebibyte)
    await expect(program.vault.tryWriting()).rejects.toMatchObject({ code: 'core.disk-full' })
    expect(readOnly()).toBe('disk-full')
    rmSync(filler())
    expect(await program.vault.tryWriting()).toMatchObject({ readOnly: null })
    expect(hasBallast()).toBe(true)
    await add('虚构 zzzz')
    expect(await listNames()).toEqual([...added, '虚构 zzzz'])
  })

  it('closes into the room of the ballast and opens again with everything', async () => {
    await ballast().keep()
    fillDisk()
    const { added } = await addUntilRefused()
    await program.vault.lock()
    expect(existsSync(join(program.vault.folder(), `${bookFiles.database}-wal`))).toBe(false)
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({ phase: 'open' })
    expect(await listNames()).toEqual(added)
  })

  it('opens for reading when the disk was filled while it was closed', async () => {
    await add('虚构 0000')
    await ballast().keep()
    await program.vault.lock()
    fillDisk()
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({
      phase: 'open',
      readOnly: 'disk-full',
    })
    expect(await listNames()).toEqual(['虚构 0000'])
    await expect(add('虚构 0001')).rejects.toMatchObject({ code: 'core.disk-full' })
    rmSync(filler())
    await program.vault.tryWriting()
    await add('虚构 0001')
    expect(await listNames()).toEqual(['虚构 0000', '虚构 0001'])
  })

  it('does not open without the ballast, says why, and loses nothing', async () => {
    await add('虚构 0000')
    await program.vault.lock()
    fillDisk()
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({
      phase: 'problem',
      problem: { kind: 'disk-full' },
    })
    rmSync(filler())
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({
      phase: 'open',
      readOnly: null,
    })
    expect(await listNames()).toEqual(['虚构 0000'])
  })

  it('that fills a second time is told once more, and nothing loops', async () => {
    await ballast().keep()
    fillDisk()
    const first = await addUntilRefused()
    await program.vault.lock()
    await program.vault.unlock(ownerUid, password)
    fillDisk()
    const { error } = await addUntilRefused()
    expect(error).toMatchObject({ code: 'core.disk-full' })
    expect(readOnly()).toBe('disk-full')
    expect(await listNames()).toEqual(expect.arrayContaining(first.added))
    await program.vault.lock()
    rmSync(filler())
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({
      phase: 'open',
      readOnly: null,
    })
    expect(await listNames()).toEqual(expect.arrayContaining(first.added))
  })
})
