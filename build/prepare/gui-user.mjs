import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot, root } from './paths.mjs'
import { capture, say } from './shell.mjs'

const NAME = 'kebu-gui'
const HOME = '/var/lib/kebu-gui'

function findUser() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${NAME}:`))
  if (line === undefined) return null
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function createUser() {
  const args = ['--system', '--user-group', '--create-home', '--home-dir', HOME]
  const result = capture('useradd', [...args, '--shell', '/usr/sbin/nologin', NAME])
  if (result.status === 0)
    say(`Created the system user ${NAME}: the window runs as it, not as root.`)
  return result.status === 0 ? findUser() : null
}

/**
 * `setpriv` and its options to run something as the user. With `reading` the user may also read what only root may.
 * `no_setuid_fixup` goes with it: without that access(2), and so Node's existsSync, ignores the capability.
 */
function asUser(user, { reading }) {
  const options = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const capability = '-all,+dac_read_search'
  const rights = reading
    ? ['--securebits=+no_setuid_fixup', `--inh-caps=${capability}`, `--ambient-caps=${capability}`]
    : ['--inh-caps=-all']
  return ['setpriv', ...options, ...rights, '--']
}

/** A folder below /root or a private temporary folder cannot be entered by another user. */
function canRead(prefix, paths) {
  const program = 'for (const path of process.argv.slice(1)) fs.accessSync(path, fs.constants.R_OK)'
  const [command, ...options] = [...prefix, process.execPath, '-e', program, ...paths]
  return capture(command, options).status === 0
}

/** Chromium's own sandbox helper works only as root's setuid program. */
export function armSandboxHelper(dist) {
  const helper = join(dist, 'chrome-sandbox')
  if (!isRoot || !existsSync(helper)) return
  const now = statSync(helper)
  if (now.uid === 0 && (now.mode & 0o7777) === 0o4755) return
  chownSync(helper, 0, 0)
  chmodSync(helper, 0o4755)
}

/**
 * How to start window programs when this script runs as root on Linux: as an unprivileged user, so that Chromium's
 * sandbox works as it does for people. Where that user cannot read the checkout it is lent read access (and no more).
 * @param dist folder of the Electron runtime
 * @returns {{prefix: string[], env: Record<string, string>, owner: {uid: number, gid: number}} | null} null when impossible
 */
export function findGuiUser(dist) {
  if (capture('setpriv', ['--version']).status !== 0) return null
  const user = findUser() ?? createUser()
  if (user === null) return null
  armSandboxHelper(dist)
  const needed = [join(root, 'package.json'), join(root, 'node_modules'), join(dist, 'icudtl.dat')]
  const ways = [asUser(user, { reading: false }), asUser(user, { reading: true })]
  const prefix = ways.find((way) => canRead(way, needed))
  if (prefix === undefined) return null
  const env = {
    HOME,
    USER: NAME,
    LOGNAME: NAME,
    TMPDIR: '/tmp',
    XDG_CONFIG_HOME: join(HOME, '.config'),
  }
  return { prefix, env, owner: user }
}
