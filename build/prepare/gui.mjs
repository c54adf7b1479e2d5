import { createHash } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { hasDisplay, startVirtualDisplay } from './display.mjs'
import { findGuiUser } from './gui-user.mjs'
import { cacheDir, isRoot, root } from './paths.mjs'
import { capture, foreground, say, Stop, toolEnv } from './shell.mjs'

const PROBE_MS = 60_000

/** A fresh folder that the user of the window may write to. */
export function makeTempDir(user, name) {
  // The temporary folder of root may be one that nobody else can enter.
  const folder = mkdtempSync(join(user ? '/tmp' : tmpdir(), `kebu-${name}-`))
  if (user) chownSync(folder, user.owner.uid, user.owner.gid)
  return folder
}

function runProbe(electron, user, env, flags) {
  const data = makeTempDir(user, 'probe')
  const args = [
    ...(user?.prefix ?? []),
    electron.binary,
    ...flags,
    join(root, 'build/prepare/probe'),
  ]
  const probeEnv = { ...env, KEBU_PROBE_DATA: data, KEBU_PROBE_ROOT: root }
  const result = capture(args[0], args.slice(1), { env: probeEnv, timeout: PROBE_MS, cwd: root })
  rmSync(data, { recursive: true, force: true })
  return { ok: result.stdout.includes('KEBU-PROBE-OK'), output: result.stderr }
}

const failure = (output) =>
  new Stop(
    [
      'Electron could not open a window here:',
      output.split('\n').slice(-12).join('\n'),
      ...(process.platform === 'linux' && /sandbox/i.test(output)
        ? [
            'If the system forbids user namespaces, make chrome-sandbox beside electron setuid root:',
          ].concat('  sudo chown root:root chrome-sandbox && sudo chmod 4755 chrome-sandbox')
        : []),
    ].join('\n'),
  )

/** One file a boot and setup: the probe costs a second, and what it finds does not change in between. */
function probeMark(parts) {
  const boot = '/proc/sys/kernel/random/boot_id'
  const bootId = existsSync(boot) ? readFileSync(boot, 'utf8').trim() : ''
  const hash = createHash('sha256')
    .update(JSON.stringify([bootId, root, ...parts]))
    .digest('hex')
  return join(cacheDir(), 'probes', hash.slice(0, 16))
}

/** A cache that cannot be written only means that the next start probes again. */
function remember(mark) {
  try {
    mkdirSync(dirname(mark), { recursive: true })
    writeFileSync(mark, '')
  } catch (error) {
    say(`The cache cannot be written: ${error.message}`)
  }
}

function provenUser(electron, candidates, env, key) {
  let last = ''
  for (const candidate of candidates) {
    const mark = probeMark([electron.dist, key, candidate.user?.prefix ?? [], candidate.flags])
    if (existsSync(mark)) return candidate
    const result = runProbe(
      electron,
      candidate.user,
      { ...env, ...candidate.user?.env },
      candidate.flags,
    )
    if (result.ok) {
      remember(mark)
      return candidate
    }
    last = result.output
  }
  throw failure(last)
}

/**
 * Decides how window programs run here and proves it once with a small window.
 * @param env what the program needs in its environment
 * @param options.ownDisplay use the person's own display where there is one; otherwise always a virtual one on Linux
 * @param options.asOwner never as another user: for what has to write into the checkout
 * @returns {Promise<{run: (command: string, args: string[], extra?: object) => Promise<number>, user: object | null,
 *   virtual: boolean, sandboxed: boolean, close: () => Promise<void>}>}
 * @throws Stop when no window can be opened
 */
export async function prepareGui(electron, env, { ownDisplay, asOwner = false }) {
  const virtual = process.platform === 'linux' && !(ownDisplay && hasDisplay())
  // Another user cannot open windows on the display of the person who is logged in.
  const asOther = process.platform === 'linux' && isRoot && virtual && !asOwner
  const user = asOther ? findGuiUser(electron.dist) : null
  const display = virtual ? await startVirtualDisplay(user) : { env: {}, close: async () => {} }
  const base = toolEnv({ ...env, ...display.env })
  delete base.ELECTRON_RUN_AS_NODE
  const candidates = []
  if (user || !(isRoot && process.platform === 'linux')) candidates.push({ user, flags: [] })
  if (isRoot && process.platform === 'linux')
    candidates.push({ user: null, flags: ['--no-sandbox'] })
  let chosen
  try {
    chosen = provenUser(electron, candidates, base, env.KEBU_SQLITE_ADDON ?? '')
  } catch (error) {
    await display.close()
    throw error
  }
  const sandboxed = chosen.flags.length === 0
  if (!sandboxed) {
    say(
      'Warning: running as root, so Chromium runs without its sandbox. Use an ordinary account for real data.',
    )
  }
  const runEnv = { ...base, ...chosen.user?.env }
  if (!sandboxed) runEnv.KEBU_NO_SANDBOX = '1'
  const run = (command, args, extra = {}) => {
    const line = [...(chosen.user?.prefix ?? []), command, ...args]
    return foreground(line[0], line.slice(1), { env: { ...runEnv, ...extra.env }, cwd: root })
  }
  return { run, user: chosen.user, virtual, sandboxed, flags: chosen.flags, close: display.close }
}
