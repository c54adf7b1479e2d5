import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stop } from './shell.mjs'

const START_MS = 15_000
const SCREEN = '1600x1000x24'
const FAMILY_WILD = 0xffff

/** Whether a window can open on a display of the person's own. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** One entry of an Xauthority file that holds for every address and display number. */
function authEntry(cookie) {
  const field = (bytes) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const family = Buffer.alloc(2)
  family.writeUInt16BE(FAMILY_WILD)
  const name = Buffer.from('MIT-MAGIC-COOKIE-1')
  return Buffer.concat([
    family,
    field(Buffer.alloc(0)),
    field(Buffer.alloc(0)),
    field(name),
    field(cookie),
  ])
}

/**
 * Starts a virtual X display on a free number that only holders of its cookie can use.
 * @param user from findGuiUser, or null to run it as the present user
 * @returns {Promise<{env: Record<string, string>, close: () => Promise<void>}>}
 * @throws Stop when it does not come up within 15 seconds
 */
export async function startVirtualDisplay(user) {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-display-'))
  const authority = join(folder, 'Xauthority')
  writeFileSync(authority, authEntry(randomBytes(16)), { mode: 0o600 })
  if (user) for (const path of [folder, authority]) chownSync(path, user.owner.uid, user.owner.gid)
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-auth', authority]
  const [command, ...rest] = [...(user?.prefix ?? []), 'Xvfb', ...args]
  // Its own process group: an interrupt from the keyboard must reach the program first.
  const child = spawn(command, rest, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const ended = new Promise((done) => child.once('close', done))
  const kill = () => {
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', kill)
  const close = async () => {
    kill()
    await ended
  }
  const number = await new Promise((done, fail) => {
    const stop = () => fail(new Stop('The virtual display (Xvfb) did not start.'))
    const timer = setTimeout(stop, START_MS)
    let text = ''
    child.on('error', stop)
    child.on('exit', stop)
    child.stdio[3].on('data', (chunk) => {
      text += chunk
      if (!text.includes('\n')) return
      clearTimeout(timer)
      done(text.trim())
    })
  })
  child.stdio[3].destroy()
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, close }
}
