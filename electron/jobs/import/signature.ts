/** What a file is that is surely not text. `excel` gets its own hint: save it as CSV. */
export type BinaryKind = 'excel' | 'archive' | 'picture' | 'pdf' | 'program' | 'database'

const magic: [number[], BinaryKind][] = [
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'excel'],
  [[0x50, 0x4b, 0x03, 0x04], 'archive'],
  [[0x50, 0x4b, 0x05, 0x06], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
  [[0x7f, 0x45, 0x4c, 0x46], 'program'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'database'],
]

/** Knows a binary file by its first bytes; an xlsx is an archive whose directory, at the end, names `xl/`. */
export function findBinaryKind(head: Buffer, tail: Buffer): BinaryKind | null {
  const found = magic.find(([bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (!found) return null
  if (found[1] !== 'archive') return found[1]
  return head.includes('xl/') || tail.includes('xl/') ? 'excel' : 'archive'
}
