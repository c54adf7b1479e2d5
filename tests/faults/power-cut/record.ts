import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDisk, type DiskNode, type FolderNode, listFiles, newFile, newFolder } from './disk'
import { readRecording, type Recorded } from './recording'

const source = join(import.meta.dirname, 'recorder.c')

/** Compiles the recorder into a folder; answers the path of the library. @throws Error without a C compiler (gcc) */
export function compileRecorder(folder: string): string {
  const library = join(folder, 'recorder.so')
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-lpthread'])
  return library
}

export type Recording = {
  /** The disk as it was before, all of it durable. */
  before: FolderNode
  calls: Recorded[]
  /** Every file as the program left it, by its path inside the folder. */
  after: [string, Buffer][]
}

type Job = {
  library: string
  worker: string
  args: string[]
  /** Folder whose changes are recorded. */
  root: string
  /** A folder for the recording itself. */
  aside: string
}

/**
 * Runs a worker to its end under the recorder. It gets the path of the file for its answers as its last argument.
 * @throws Error when the worker failed, or when it changed a file by a call that was not recorded
 */
export function recordWorker({ library, worker, args, root, aside }: Job): Recording {
  const folder = mkdtempSync(join(aside, 'recording-'))
  const [log, words] = [join(folder, 'calls'), join(folder, 'words')]
  const before = readTree(root)
  const { status, signal, stderr } = spawnSync(process.execPath, [worker, ...args, words], {
    env: {
      ...process.env,
      ...{ LD_PRELOAD: library, KEBU_RECORD_LOG: log, KEBU_RECORD_ROOT: root },
      // Else the kernel writes without a call that could be recorded.
      ...{ KEBU_RECORD_WORDS: words, UV_USE_IO_URING: '0' },
    },
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`recorded worker ended with ${status ?? signal}: ${stderr}`)
  const recording = { before, calls: readRecording(log, words), after: listTree(root) }
  const missed = listDifferences(recording, root)
  if (missed.length > 0) throw new Error(`not recorded: ${missed.join(' ')}`)
  return recording
}

/** Files that the recording, played to its end, does not leave as the program left them. */
export function listDifferences({ before, calls, after }: Recording, root: string): string[] {
  const disk = createDisk(root, before)
  for (const call of calls) if (call.kind !== 'said') disk.apply(call)
  const [played, left] = [new Map(listFiles(disk.top)), new Map(after)]
  return [...new Set([...played.keys(), ...left.keys()])].filter((path) => {
    const bytes = left.get(path)
    return bytes === undefined || played.get(path)?.equals(bytes) !== true
  })
}

function readTree(path: string): FolderNode {
  const nodes = readdirSync(path, { withFileTypes: true }).map((entry): [string, DiskNode] => {
    const whole = join(path, entry.name)
    return [entry.name, entry.isDirectory() ? readTree(whole) : newFile(readFileSync(whole))]
  })
  return newFolder(nodes)
}

function listTree(path: string): [string, Buffer][] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((whole): [string, Buffer] => [whole.slice(path.length + 1), readFileSync(whole)])
}

/** Memory instead of a disk where there is one: a state lives for milliseconds, and there are thousands. */
export function quickFolder(name: string): string {
  const parent = ['/dev/shm', process.env.TMPDIR ?? '/tmp'].find(isFolder) ?? '.'
  mkdirSync(parent, { recursive: true })
  return mkdtempSync(join(parent, `kebu-${name}-`))
}

function isFolder(path: string): boolean {
  try {
    return readdirSync(path).length >= 0
  } catch {
    return false
  }
}
