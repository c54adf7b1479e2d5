import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'

export type FakeDrive = {
  /** The top of the drive. */
  path: string
  plugIn: () => Promise<void>
  /** Takes the files away with it. */
  pullOut: () => Promise<void>
  remove: () => void
}

/**
 * A USB drive for the running program: a folder on another file system than the book's, which the program's own look at mounts and
 * block devices finds. Only what the system answers is replaced, inside the test's own program.
 */
export async function makeFakeDrive(
  app: ElectronApplication,
  label = 'KINGSTON',
): Promise<FakeDrive> {
  const root = mkdtempSync('/dev/shm/kebu-drive-')
  const path = join(root, label)
  const away = join(root, '.away')
  mkdirSync(away)
  await app.evaluate(replaceLooks)
  const show = (mounts: string) =>
    app.evaluate((_electron, text) => {
      Object.assign(globalThis, { kebuMounts: text })
    }, mounts)
  return {
    path,
    async plugIn() {
      renameSync(away, path)
      await show(`/dev/kebu-usb ${path} vfat rw,nosuid 0 0\n`)
    },
    async pullOut() {
      renameSync(path, away)
      await show('')
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Runs inside main: what `/proc/self/mounts` says, and that the device of the drive hangs on a USB plug. */
function replaceLooks(): void {
  const read = process.getBuiltinModule('node:fs/promises')
  const fs = process.getBuiltinModule('node:fs')
  const { readFile } = read
  const { realpathSync } = fs
  const world = globalThis as { kebuMounts?: string }
  Object.assign(read, {
    readFile: (...args: Parameters<typeof readFile>) =>
      args[0] === '/proc/self/mounts' ? Promise.resolve(world.kebuMounts ?? '') : readFile(...args),
  })
  const real = (path: string) => {
    if (path === '/dev/kebu-usb') return path
    return path === '/sys/class/block/kebu-usb'
      ? '/sys/devices/usb1/1-1/kebu-usb'
      : realpathSync(path)
  }
  Object.assign(fs, { realpathSync: Object.assign(real, realpathSync) })
  process.getBuiltinModule('node:module').syncBuiltinESMExports()
}
