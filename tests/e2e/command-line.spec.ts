import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { lineOf, runCommand } from '../support/command-line'
import { launchKebu, makeTempDir } from '../support/electron-app'
import { createBook } from '../support/vault-steps'

const password = '来往有记 correct horse'
const bookName = '晨禾示例商贸'

async function makeBookThen() {
  const { path, remove } = makeTempDir('command')
  const [userData, usb, home] = ['user-data', 'usb', 'home'].map((name) => join(path, name))
  if (!userData || !usb || !home) throw new Error('no folders')
  for (const folder of [usb, home]) mkdirSync(folder)
  const kebu = await launchKebu({ userData })
  const recoveryKey = await createBook(kebu, {
    ...{ folder: home, bookName, password },
    ownerName: '陈立夏',
  })
  await kebu.close()
  const run = (args: string[], input = `${password}\n`) => runCommand(args, { userData, input })
  return { userData, usb, path, remove, run, recoveryKey, book: join(home, `${bookName}.kebu`) }
}

// Every start of the program counts, and there are many.
test.setTimeout(300_000)

test('a backup is made and checked without a window and without a display', async () => {
  const { usb, path, run, remove, recoveryKey, book, userData } = await makeBookThen()

  const made = await run(['--backup', usb, '--json'])
  expect(made, made.complaint).toMatchObject({ code: 0 })
  expect(lineOf(made)).toMatchObject({ ok: true, command: 'backup', kind: 'full' })
  const file = String(lineOf(made).file)
  expect(readdirSync(usb)).toEqual([file.slice(usb.length + 1)])
  const again = await run(['--backup', usb, '--book', book])
  expect(again.code).toBe(0)
  expect(again.out).toMatch(/^Backed up and proven: .*kebubak \((full|incremental), .*\)\n$/)
  expect(again.complaint).toContain('same disk')

  expect(await run(['--verify', file])).toMatchObject({ code: 0 })
  const withKey = await run(['--verify', file, '--recovery-key'], `${recoveryKey.join('-')}\n`)
  expect(withKey.code).toBe(0)

  await test.step('each kind of trouble has its own exit code', async () => {
    const damaged = join(path, 'damaged.kebubak')
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    writeFileSync(damaged, bytes)
    const before = readdirSync(usb)
    const codes = {
      'no password': (await run(['--backup', usb], '')).code,
      'wrong password': (await run(['--backup', usb], 'wrong\n')).code,
      'no folder': (await run(['--backup', join(usb, 'gone')])).code,
      'no book': (await run(['--backup', usb, '--book', join(path, 'none')])).code,
      'password as argument': (await run(['--backup', usb, `--password=${password}`])).code,
      'damaged file': (await run(['--verify', damaged])).code,
      'not a backup': (await run(['--verify', join(book, 'vault.json')])).code,
    }
    expect(codes).toEqual({
      'no password': 3,
      'wrong password': 3,
      'no folder': 6,
      'no book': 4,
      'password as argument': 2,
      'damaged file': 7,
      'not a backup': 7,
    })
    expect(readdirSync(usb)).toEqual(before)
    expect(readdirSync(book).filter((name) => /lock|-wal|-shm|kebu-/.test(name))).toEqual([])
    expect(readdirSync(userData).filter((name) => name.startsWith('command-line-'))).toEqual([])
  })
  remove()
})

test('while the program is open a backup says so, a check works, and no window comes forward', async () => {
  const { usb, run, remove, userData } = await makeBookThen()
  const file = String(lineOf(await run(['--backup', usb, '--json'])).file)
  const kebu = await launchKebu({ userData })
  const refused = await run(['--backup', usb, '--json'])
  expect(refused.code).toBe(5)
  expect(lineOf(refused)).toMatchObject({ error: 'cli.program-open' })
  expect(await run(['--verify', file])).toMatchObject({ code: 0 })
  await expect(kebu.page.getByLabel(/的密码$/)).toBeVisible()
  await kebu.close()
  expect((await run(['--backup', usb])).code).toBe(0)
  remove()
})

test('an ended command leaves nothing behind and says that it was cancelled', async () => {
  const { usb, remove, userData, book } = await makeBookThen()
  const cancelled = await runCommand(['--backup', usb, '--json'], {
    userData,
    input: `${password}\n`,
    onStart(kill) {
      const timer = setInterval(() => {
        // From here on the book is open; how far the backup comes is chance, the rule is the same.
        if (!existsSync(join(book, 'book.lock'))) return
        clearInterval(timer)
        kill('SIGTERM')
      }, 5)
    },
  })
  const names = readdirSync(usb)
  expect([0, 9]).toContain(cancelled.code)
  expect(names).toHaveLength(cancelled.code === 0 ? 1 : 0)
  expect(readdirSync(book).filter((name) => /lock|-wal|-shm|kebu-/.test(name))).toEqual([])
  remove()
})

test('a terminal asks for the password and does not show it', async () => {
  test.skip(process.platform !== 'linux', '`script` of util-linux makes the terminal')
  const { usb, remove, userData } = await makeBookThen()
  const root = resolve(import.meta.dirname, '../..')
  const sandbox = process.env.KEBU_NO_SANDBOX ? '--no-sandbox' : ''
  const program = `"${process.env.ELECTRON_EXEC_PATH}" "${root}" --user-data-dir="${userData}" ${sandbox}`
  const { code, seen } = await new Promise<{ code: number; seen: string }>((done) => {
    const env = { ...process.env, LC_ALL: 'en_US.UTF-8', DISPLAY: '' }
    const line = ['-qec', `${program} --backup "${usb}"`, '/dev/null']
    const child = execFile('script', line, { env }, (error, out) =>
      done({ code: Number(error?.code ?? 0), seen: out }),
    )
    child.stdout?.on('data', (text: string) => {
      if (text.includes('Password:')) child.stdin?.write(`${password}\r`)
    })
  })
  expect(seen).toContain('Password:')
  expect(seen).toContain('Backed up and proven')
  expect(seen).not.toContain('correct horse')
  expect(code).toBe(0)
  remove()
})
