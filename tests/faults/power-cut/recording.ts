import { readFileSync } from 'node:fs'

/** One call that changes a disk; `handle` is a file descriptor. */
export type DiskCall =
  | { kind: 'open'; handle: number; path: string; made: boolean; emptied: boolean }
  | { kind: 'close'; handle: number }
  | { kind: 'write'; handle: number; offset: number; bytes: Buffer }
  | { kind: 'truncate'; handle: number; size: number }
  | { kind: 'sync'; handle: number }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'unlink'; path: string }
  | { kind: 'mkdir'; path: string }
  | { kind: 'rmdir'; path: string }

/** What a program did and said, in order. What it said is known to others and cannot be taken back by a power cut. */
export type Recorded = DiskCall | { kind: 'said'; text: string }

const kinds = [
  ...['', 'open', 'close', 'write', 'truncate', 'sync', 'rename', 'unlink', 'mkdir', 'rmdir'],
] as ('' | DiskCall['kind'])[]
const headBytes = 24
const [made, emptied] = [1, 2]

/**
 * Reads what `recorder.c` has written.
 * @param words path of the file that the program wrote its answers to
 * @throws Error for a record that makes no sense
 */
export function readRecording(path: string, words: string): Recorded[] {
  const log = readFileSync(path)
  const recorded: Recorded[] = []
  const speaking = new Set<number>()
  for (let at = 0; at < log.length;) {
    const kind = kinds[log.readUInt32LE(at)]
    const number = log.readInt32LE(at + 4)
    const offset = Number(log.readBigInt64LE(at + 8))
    const middle = at + headBytes + log.readUInt32LE(at + 16)
    const end = middle + log.readUInt32LE(at + 20)
    const first = log.subarray(at + headBytes, middle)
    const call = toCall(kind ?? '', { number, offset, first, second: log.subarray(middle, end) })
    at = end
    if (call.kind === 'open' && call.path === words) speaking.add(call.handle)
    else if (!('handle' in call) || !speaking.has(call.handle)) recorded.push(call)
    else if (call.kind === 'write') recorded.push({ kind: 'said', text: call.bytes.toString() })
    else if (call.kind === 'close') speaking.delete(call.handle)
  }
  return recorded
}

type Fields = { number: number; offset: number; first: Buffer; second: Buffer }

function toCall(kind: string, { number: handle, offset, first, second }: Fields): DiskCall {
  const path = first.toString()
  switch (kind) {
    case 'open': {
      const flags = offset
      return { kind, handle, path, made: (flags & made) > 0, emptied: (flags & emptied) > 0 }
    }
    case 'write':
      return { kind, handle, offset, bytes: first }
    case 'truncate':
      return { kind, handle, size: offset }
    case 'close':
    case 'sync':
      return { kind, handle }
    case 'rename':
      return { kind, from: path, to: second.toString() }
    case 'unlink':
    case 'mkdir':
    case 'rmdir':
      return { kind, path }
    default:
      throw new Error(`no kind of call: ${kind}`)
  }
}
