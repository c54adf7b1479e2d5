import { execFile } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { readFile, realpath, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { findLinuxDrives, findMacDrives, type Mount } from './drive-mounts'
import { inTime } from './in-time'

/** A drive beside the disk of the system. `label` is what the system calls it: volume name, or letter on Windows. */
export type Drive = Mount & { label: string }

/** A drive that does not answer must not hold up the look at the others, in ms. */
const answerMs = 2000

const letters = [...'CDEFGHIJKLMNOPQRSTUVWXYZ']

/** What the system is asked; tests put their own in place. */
export type DriveMachine = {
  platform: NodeJS.Platform
  /** The mounts as text, of `/proc/self/mounts` or `mount`. */
  mounts: () => Promise<string>
  /** Whether a block device hangs on a plug. */
  isPluggedIn: (device: string) => boolean
  /** True when the root of a Windows drive answers and is no network folder. */
  isLocalRoot: (root: string) => Promise<boolean>
  /** Letter of the Windows system drive, such as `C:`. */
  systemDrive: string
}

/** The drives that a backup could go to now, by listing what is mounted; no native helper is needed (R094). */
export async function listDrives(machine: DriveMachine = thisMachine()): Promise<Drive[]> {
  if (machine.platform === 'win32') return listWindowsDrives(machine)
  const mounts = await machine.mounts().catch(() => '')
  const found =
    machine.platform === 'darwin'
      ? findMacDrives(mounts)
      : findLinuxDrives(mounts, machine.isPluggedIn)
  return found.map((mount) => ({ ...mount, label: basename(mount.path) }))
}

async function listWindowsDrives({ systemDrive, isLocalRoot }: DriveMachine): Promise<Drive[]> {
  const looks = letters.map(async (letter): Promise<Drive[]> => {
    const device = `${letter}:`
    if (device === systemDrive.toUpperCase()) return []
    const path = `${device}\\`
    if (!(await isLocalRoot(path).catch(() => false))) return []
    return [{ device, path, fileSystem: '', readOnly: false, label: device }]
  })
  return (await Promise.all(looks)).flat()
}

function thisMachine(): DriveMachine {
  return {
    platform: process.platform,
    mounts: () =>
      process.platform === 'darwin' ? macMounts() : readFile('/proc/self/mounts', 'utf8'),
    isPluggedIn,
    isLocalRoot: (root) => inTime(isLocalRoot(root), answerMs, false),
    systemDrive: process.env.SystemDrive ?? 'C:',
  }
}

async function macMounts(): Promise<string> {
  return (await promisify(execFile)('/sbin/mount', { timeout: answerMs })).stdout
}

/** Sticks say that they are removable; disks in a USB case do not, but hang on the USB bus. */
function isPluggedIn(device: string): boolean {
  try {
    const block = realpathSync(join('/sys/class/block', basename(realpathSync(device))))
    if (/\/usb\d+\//.test(block)) return true
    return [block, dirname(block)].some((folder) => readFlag(join(folder, 'removable')))
  } catch {
    return false
  }
}

function readFlag(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').trim() === '1'
  } catch {
    return false
  }
}

async function isLocalRoot(root: string): Promise<boolean> {
  // A mapped drive resolves to its UNC path.
  if (/^\\\\(?![?.]\\[a-z]:)/i.test(await realpath(root))) return false
  return (await statfs(root)).blocks > 0
}
