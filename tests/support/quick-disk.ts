import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
const prefix = 'kebu-vitest-'
/** The tests hold far less at a time; a container often has only 64 MB. */
const enoughBytes = 4 * 1024 ** 3

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= enoughBytes
  } catch {
    return false
  }
}

/** A run that was killed leaves its folder, which is memory: the next one takes it away. */
function takeLeftoversAway(): void {
  for (const name of readdirSync(memory)) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? []
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue
    try {
      rmSync(join(memory, name), { recursive: true, force: true })
    } catch {
      // It is of somebody else, who will run tests again.
    }
  }
}

/**
 * Puts the temporary folders of all tests into memory where there is room: waiting for a disk to flush proves nothing here.
 * What is on the disk after a power cut is proven on recordings of every call, and the program in its window has a real disk.
 * @returns what takes the folder away in the end
 */
export function setup(): (() => void) | undefined {
  if (!hasRoom()) return undefined
  takeLeftoversAway()
  const folder = mkdtempSync(join(memory, `${prefix}${process.pid}-`))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
