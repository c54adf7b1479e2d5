/** What a file is for the person who looks at the list. */
export const attachmentKinds = [
  'image',
  'pdf',
  'text',
  'document',
  'sheet',
  'slides',
  'archive',
  'program',
  'other',
] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** How many first bytes `detectMediaType` looks at. */
export const headBytes = 4096

const office = 'application/vnd.openxmlformats-officedocument'
const kinds: Readonly<Record<string, AttachmentKind>> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'image/bmp': 'image',
  'image/avif': 'image',
  'image/heic': 'image',
  'application/pdf': 'pdf',
  'text/plain': 'text',
  [`${office}.wordprocessingml.document`]: 'document',
  [`${office}.spreadsheetml.sheet`]: 'sheet',
  [`${office}.presentationml.presentation`]: 'slides',
  'application/x-ole-storage': 'document',
  'application/zip': 'archive',
  'application/vnd.rar': 'archive',
  'application/x-7z-compressed': 'archive',
  'application/x-executable': 'program',
}

/** The kind of a stored media type. */
export function kindOf(mediaType: string): AttachmentKind {
  return kinds[mediaType] ?? 'other'
}

/** How a file can be shown inside the program; Chromium draws no HEIC. */
export function previewOf(mediaType: string): 'image' | 'pdf' | 'text' | 'none' {
  const kind = kindOf(mediaType)
  if (kind === 'image') return mediaType === 'image/heic' ? 'none' : 'image'
  return kind === 'pdf' || kind === 'text' ? kind : 'none'
}

type Signature = { mediaType: string; at: number; bytes: readonly number[] }
const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0))

const signatures: readonly Signature[] = [
  { mediaType: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', at: 0, bytes: ascii('GIF87a') },
  { mediaType: 'image/gif', at: 0, bytes: ascii('GIF89a') },
  { mediaType: 'application/x-ole-storage', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1] },
  { mediaType: 'application/vnd.rar', at: 0, bytes: [...ascii('Rar!'), 0x1a, 0x07] },
  { mediaType: 'application/x-7z-compressed', at: 0, bytes: [...ascii('7z'), 0xbc, 0xaf] },
  { mediaType: 'application/x-executable', at: 0, bytes: [0x7f, ...ascii('ELF')] },
  { mediaType: 'application/x-executable', at: 0, bytes: [0xcf, 0xfa, 0xed, 0xfe] },
  { mediaType: 'application/x-executable', at: 0, bytes: ascii('MZ') },
]
/** Sizes of the header that follows the letters BM in a bitmap: two letters alone begin many a text. */
const bitmapHeaders = [12, 40, 52, 56, 64, 108, 124]
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/**
 * The media type of a file by its first bytes, never by its name: that decides whether and how it is shown.
 * @param head the first `headBytes` bytes, or all of a shorter file
 */
export function detectMediaType(head: Uint8Array): string {
  const found = signatures.find(({ at, bytes }) => bytes.every((byte, i) => head[at + i] === byte))
  if (found) return found.mediaType
  const text = latin1(head)
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'image/webp'
  if (text.startsWith('BM') && bitmapHeaders.includes(head[14] ?? 0) && head[15] === 0)
    return 'image/bmp'
  if (text.startsWith('ftyp', 4)) return ofContainer(text.slice(8, 12))
  // Some writers put a few bytes before it, and readers accept that.
  if (text.slice(0, 1024).includes('%PDF-')) return 'application/pdf'
  if (text.startsWith('PK\u0003\u0004')) return ofZip(text)
  return isText(head) ? 'text/plain' : 'application/octet-stream'
}

function ofContainer(brand: string): string {
  if (brand === 'avif') return 'image/avif'
  return heifBrands.includes(brand) ? 'image/heic' : 'application/octet-stream'
}

/** Office files are zips whose first entries have names of their own. */
function ofZip(text: string): string {
  const isOffice = text.includes('[Content_Types].xml') || text.includes('_rels/')
  if (!isOffice) return 'application/zip'
  if (text.includes('word/')) return `${office}.wordprocessingml.document`
  if (text.includes('xl/')) return `${office}.spreadsheetml.sheet`
  return text.includes('ppt/') ? `${office}.presentationml.presentation` : 'application/zip'
}

/** UTF-16 with a mark, or nothing below a space but tab, line ends and form feed: every encoding of Chinese text passes. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false
  const [first, second] = head
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, headBytes), (byte) => String.fromCharCode(byte)).join('')
}
