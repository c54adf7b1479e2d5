import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claimBook } from '../../../electron/services/book-lock'
import { tempFolder } from '../../support/temp-folder'

describe('the claim on a book', () => {
  it('is taken, and given back', () => {
    const folder = tempFolder()
    const release = claimBook(folder)
    expect(existsSync(join(folder, 'book.lock'))).toBe(true)
    release()
    expect(existsSync(join(folder, 'book.lock'))).toBe(false)
  })

  it('is refused while another living program on this computer holds it', async () => {
    const folder = tempFolder()
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const path = join(folder, 'book.lock')
    writeFileSync(path, JSON.stringify({ host: hostname(), pid: holder.pid }))
    expect(() => claimBook(folder)).toThrowError(expect.objectContaining({ code: 'vault.in-use' }))
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    claimBook(folder)()
  })

  it('is refused while another computer beats, and taken over when it has fallen silent', () => {
    const folder = tempFolder()
    const path = join(folder, 'book.lock')
    writeFileSync(path, JSON.stringify({ host: 'another-computer', pid: 1 }))
    expect(() => claimBook(folder)).toThrowError(expect.objectContaining({ code: 'vault.in-use' }))
    const longAgo = new Date(Date.now() - 10 * 60_000)
    utimesSync(path, longAgo, longAgo)
    const release = claimBook(folder)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ host: hostname(), pid: process.pid })
    release()
  })

  it('is taken over when its process number is from before the computer was started', () => {
    const folder = tempFolder()
    const path = join(folder, 'book.lock')
    writeFileSync(path, JSON.stringify({ host: hostname(), pid: process.ppid }))
    expect(() => claimBook(folder)).toThrowError(expect.objectContaining({ code: 'vault.in-use' }))
    const beforeBoot = new Date(Date.now() - uptime() * 1000 - 10 * 60_000)
    utimesSync(path, beforeBoot, beforeBoot)
    claimBook(folder)()
  })

  it.each(['', '1111', '{"host":"another-computer"}', '{"pid":1}'])(
    'is taken over from a file that says nothing: %j',
    (text) => {
      const folder = tempFolder()
      writeFileSync(join(folder, 'book.lock'), text)
      claimBook(folder)()
    },
  )
})
