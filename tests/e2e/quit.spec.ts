import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { makeTempDir } from '../support/electron-app'

const program = resolve(import.meta.dirname, '..', '..')
const runtime = process.env.ELECTRON_EXEC_PATH ?? ''
const flags = process.env.KEBU_NO_SANDBOX ? ['--no-sandbox'] : []

/** Starts the program, asks it to end after `delay` ms, and says how it ended. */
const endAfter = async (delay: number): Promise<string> => {
  const userData = makeTempDir('quit')
  const args = [...flags, program, `--user-data-dir=${userData.path}`]
  const child = spawn(runtime, args, { stdio: 'ignore' })
  const ended = new Promise<string>((done) => child.once('exit', () => done('ended')))
  const timer = (ms: number, word: string) =>
    new Promise<string>((done) => setTimeout(() => done(word), ms))
  await timer(delay, '')
  child.kill('SIGTERM')
  const how = await Promise.race([ended, timer(8000, 'still there')])
  child.kill('SIGKILL')
  await ended
  userData.remove()
  return how
}

// A program that stays behind without a window holds the lock of the settings folder: no later start would open one.
test('a program that is asked to end while it is still starting ends', async () => {
  for (const delay of [400, 700, 900, 1100, 1300, 1600]) {
    expect(await endAfter(delay), `asked after ${delay} ms`).toBe('ended')
  }
})
