import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { toIcns, toIco } from '../../build/icons/containers.mjs'

const icons = resolve(import.meta.dirname, '../../build/icons')
const picture = (size) => ({ size, png: readFileSync(join(icons, 'linux', `${size}x${size}.png`)) })

it('keeps the committed Windows icon in step with the pictures', () => {
  const sizes = [16, 24, 32, 48, 64, 128, 256]
  expect(toIco(sizes.map(picture)).equals(readFileSync(join(icons, 'icon.ico')))).toBe(true)
})

it('writes a macOS icon whose length field covers the whole file', () => {
  const icns = toIcns([16, 128, 256, 512].map(picture))
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  expect(icns.includes('ic07')).toBe(true)
  expect(icns.includes(picture(16).png)).toBe(false)
})
