import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { unzip } from '../../build/prepare/zip.mjs'

let folder
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kebu-zip-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const NAME = 8

/** A zip with deflated entries, as Info-ZIP writes them on Unix. */
const makeZip = (entries) => {
  const locals = []
  const central = []
  let offset = 0
  for (const { name, text, mode } of entries) {
    const packed = deflateRawSync(Buffer.from(text))
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(name.length, 26)
    local.write(name, 30)
    const head = Buffer.alloc(46 + name.length)
    head.writeUInt32LE(0x02014b50)
    head.writeUInt16LE(NAME, 10)
    head.writeUInt32LE(packed.length, 20)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE((mode << 16) >>> 0, 38)
    head.writeUInt32LE(offset, 42)
    head.write(name, 46)
    locals.push(local, packed)
    central.push(head)
    offset += local.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const unpack = (bytes, place = (name) => name) => {
  const file = join(folder, 'a.zip')
  writeFileSync(file, bytes)
  unzip(file, bytes.length, join(folder, 'out'), place)
}

it('keeps content, the executable bit and symbolic links', () => {
  unpack(
    makeZip([
      { name: 'bin/run', text: '客簿', mode: 0o100755 },
      { name: 'readme', text: 'x', mode: 0o100644 },
      { name: 'link', text: 'readme', mode: 0o120777 },
    ]),
  )
  expect(readFileSync(join(folder, 'out', 'bin', 'run'), 'utf8')).toBe('客簿')
  expect(statSync(join(folder, 'out', 'bin', 'run')).mode & 0o777).toBe(0o755)
  expect(statSync(join(folder, 'out', 'readme')).mode & 0o777).toBe(0o644)
  expect(lstatSync(join(folder, 'out', 'link')).isSymbolicLink()).toBe(true)
})

it('leaves out what has no place', () => {
  const bytes = makeZip([
    { name: 'a', text: 'a', mode: 0o100644 },
    { name: 'b', text: 'b', mode: 0o100644 },
  ])
  unpack(bytes, (name) => (name === 'a' ? null : name))
  expect(existsSync(join(folder, 'out', 'a'))).toBe(false)
  expect(existsSync(join(folder, 'out', 'b'))).toBe(true)
})

it('refuses an entry that leads outside', () => {
  const bytes = makeZip([{ name: '../outside', text: 'a', mode: 0o100644 }])
  expect(() => unpack(bytes)).toThrow('leads outside')
  expect(existsSync(join(folder, 'outside'))).toBe(false)
})

it('refuses what is not a zip, and one that is cut short', () => {
  expect(() => unpack(Buffer.from('not a zip at all, just a few words'))).toThrow('no directory')
  const bytes = makeZip([{ name: 'a', text: 'abc'.repeat(100), mode: 0o100644 }])
  expect(() => unpack(bytes.subarray(0, 40))).toThrow('no directory')
})
