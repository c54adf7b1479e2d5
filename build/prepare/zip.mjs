import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50

function readAt(fd, position, length) {
  const buffer = Buffer.alloc(length)
  const read = readSync(fd, buffer, 0, length, position)
  if (read !== length) throw new Error('zip: the file is cut short')
  return buffer
}

function listEntries(fd, size) {
  const tail = readAt(fd, Math.max(0, size - 65558), Math.min(size, 65558))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw new Error('zip: no directory found')
  const directory = readAt(fd, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(fd, entry) {
  const header = readAt(fd, entry.offset, 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const raw = readAt(fd, start, entry.packed)
  return entry.method === 0 ? raw : inflateRawSync(raw)
}

/**
 * Unpacks a zip of less than 4 GiB, keeping file modes and symbolic links.
 * @param {(name: string) => string | null} place gives the path below `target` for an entry, or null to leave it out
 * @throws Error when an entry would land outside `target` or the file is damaged
 */
export function unzip(file, size, target, place) {
  const fd = openSync(file, 'r')
  try {
    for (const entry of listEntries(fd, size)) {
      const name = place(entry.name)
      if (name === null || entry.name.endsWith('/')) continue
      const path = normalize(join(target, name))
      if (!path.startsWith(normalize(target) + sep)) throw new Error('zip: an entry leads outside')
      mkdirSync(dirname(path), { recursive: true })
      const content = contentOf(fd, entry)
      if ((entry.mode & 0o170000) === 0o120000) {
        symlinkSync(content.toString('utf8'), path)
      } else {
        writeFileSync(path, content)
        chmodSync(path, entry.mode & 0o111 ? 0o755 : 0o644)
      }
    }
  } finally {
    closeSync(fd)
  }
}
