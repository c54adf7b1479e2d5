import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
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

/**
 * Puts the temporary folders of all tests into memory where there is room: waiting for a disk to flush proves nothing here.
 * What is on the disk after a power cut is proven on recordings of every call, and the program in its window has a real disk.
 * @returns what takes the folder away in the end
 */
export function setup(): (() => void) | undefined {
  if (!hasRoom()) return undefined
  const folder = mkdtempSync(join(memory, 'kebu-vitest-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
