import { describe, expect, it } from 'vitest'
import { guessCategory } from '@shared/features/attachments/attachments.rules'
import { detectMediaType, kindOf, previewOf } from '@shared/features/attachments/media-type.rules'
import iconv from 'iconv-lite'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  )
const office = 'application/vnd.openxmlformats-officedocument'
const zip = (...names: string[]) => bytes('PK', [3, 4, 20, 0], names.join('\0'))

const cases: [what: string, head: Uint8Array, mediaType: string][] = [
  ['PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0]), 'image/png'],
  ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe1, 0, 0]), 'image/jpeg'],
  ['GIF', bytes('GIF89a', [1, 0]), 'image/gif'],
  ['old GIF', bytes('GIF87a', [1, 0]), 'image/gif'],
  ['WEBP', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
  ['BMP', bytes('BM', new Array<number>(12).fill(0), [40, 0, 0, 0]), 'image/bmp'],
  ['HEIC', bytes([0, 0, 0, 24], 'ftypheic', [0, 0]), 'image/heic'],
  ['HEIF of a phone', bytes([0, 0, 0, 24], 'ftypmif1', [0, 0]), 'image/heic'],
  ['AVIF', bytes([0, 0, 0, 24], 'ftypavif', [0, 0]), 'image/avif'],
  ['MP4', bytes([0, 0, 0, 24], 'ftypisom', [0, 0]), 'application/octet-stream'],
  ['PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
  ['PDF behind a few bytes', bytes([0xef, 0xbb, 0xbf], '\n%PDF-1.4'), 'application/pdf'],
  ['Word', zip('[Content_Types].xml', 'word/document.xml'), `${office}.wordprocessingml.document`],
  ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), `${office}.spreadsheetml.sheet`],
  ['PowerPoint', zip('_rels/.rels', 'ppt/slides'), `${office}.presentationml.presentation`],
  ['another zip', zip('a.txt', 'word/x'), 'application/zip'],
  [
    'old Office',
    bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'application/x-ole-storage',
  ],
  ['RAR', bytes('Rar!', [0x1a, 7, 1, 0]), 'application/vnd.rar'],
  ['7z', bytes('7z', [0xbc, 0xaf, 0x27, 0x1c]), 'application/x-7z-compressed'],
  ['Windows program', bytes('MZ', [0x90, 0, 3, 0]), 'application/x-executable'],
  ['Linux program', bytes([0x7f], 'ELF', [2, 1]), 'application/x-executable'],
  ['UTF-8', bytes('联系人：示例\r\n'), 'text/plain'],
  ['GB18030', iconv.encode('联系人：示例', 'gb18030'), 'text/plain'],
  ['UTF-16', iconv.encode('示例', 'utf16le', { addBOM: true }), 'text/plain'],
  ['HTML, which is shown as text alone', bytes('<html><script>x()</script>'), 'text/plain'],
  ['SVG, which may hold scripts', bytes('<svg xmlns="x"><script/></svg>'), 'text/plain'],
  ['a text that begins like a bitmap', bytes('BMW 示例车行'), 'text/plain'],
  ['bytes', bytes([0, 1, 2, 3]), 'application/octet-stream'],
  ['nothing', bytes(), 'application/octet-stream'],
]

describe('the media type by first bytes', () => {
  it.each(cases)('knows %s', (_what, head, mediaType) => {
    expect(detectMediaType(head)).toBe(mediaType)
  })

  it('finds none of the kinds in noise', () => {
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 256))
    expect(detectMediaType(noise)).toBe('application/octet-stream')
  })

  it('shows pictures that the window can draw, PDF and text', () => {
    expect(
      ['image/png', 'application/pdf', 'text/plain', 'image/heic', 'image/svg+xml'].map(previewOf),
    ).toEqual(['image', 'pdf', 'text', 'none', 'none'])
    expect(kindOf('application/x-executable')).toBe('program')
  })
})

describe('a first guess at the category', () => {
  it.each([
    ['销售合同.pdf', 'application/pdf', 'contract'],
    ['Service Agreement.docx', 'application/zip', 'contract'],
    ['签收单.jpg', 'image/jpeg', 'signed-form'],
    ['IMG_0012.jpg', 'image/jpeg', 'photo'],
    ['报价.xlsx', 'application/zip', 'other'],
  ])('takes %s for %s', (name, mediaType, category) => {
    expect(guessCategory(name, mediaType)).toBe(category)
  })
})
