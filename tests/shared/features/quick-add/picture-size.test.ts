import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureSize } from '@shared/features/quick-add/picture-size.rules'

const fixture = resolve(import.meta.dirname, '../../../fixtures/quick-add/mecard-qr.png')
const jpeg = (...segments: number[][]) => Uint8Array.from([0xff, 0xd8, ...segments.flat(), 0, 0])
const frame = [0xff, 0xc2, 0, 17, 8, 0x01, 0x2c, 0x02, 0x58, 3]

describe('the size of a picture', () => {
  it('stands in the head of a PNG', () => {
    expect(pictureSize(readFileSync(fixture))).toEqual({ width: 212, height: 212 })
  })

  it('stands in the frame of a JPEG, behind other segments', () => {
    const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4]
    const huffman = [0xff, 0xc4, 0, 4, 9, 9]
    expect(pictureSize(jpeg(exif, [0xff], huffman, frame))).toEqual({ width: 600, height: 300 })
  })

  it('of a PNG that would unfold to gigabytes is told without decoding it', () => {
    const bytes = Uint8Array.from(readFileSync(fixture))
    new DataView(bytes.buffer).setUint32(16, 100_000)
    expect(pictureSize(bytes)?.width).toBe(100_000)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('BEGIN:VCARD and more text than a head')],
    ['a JPEG that ends before its frame', jpeg([0xff, 0xe1, 0xff, 0xff])],
    ['a JPEG out of step', jpeg([0x12, 0x34, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('of %s is not known', (_what, bytes) => {
    expect(pictureSize(bytes)).toBeNull()
  })

  it('never breaks on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const size = pictureSize(Uint8Array.from([0xff, 0xd8, ...bytes]))
        expect(size === null || size.width >= 0).toBe(true)
      }),
    )
  })
})
