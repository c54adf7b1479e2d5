/** A change of a file's content: bytes at a place, or another length. */
export type Change = { offset: number; bytes: Buffer } | { size: number }

/** The content of a file that grows; what lies in `room` behind `size` is zero. */
export type Content = { room: Buffer; size: number }

export function newContent(bytes: Buffer = Buffer.alloc(0)): Content {
  return { room: Buffer.from(bytes), size: bytes.length }
}

export function bytesOf({ room, size }: Content): Buffer {
  return room.subarray(0, size)
}

/** Applies a change in place; a gap is filled with zeros, as file systems do. */
export function applyChange(content: Content, change: Change): void {
  if ('size' in change) return resize(content, change.size)
  const end = change.offset + change.bytes.length
  if (end > content.size) resize(content, end)
  change.bytes.copy(content.room, change.offset)
}

function resize(content: Content, size: number): void {
  if (size < content.size) content.room.fill(0, size, content.size)
  if (size > content.room.length) {
    const room = Buffer.alloc(Math.max(size, content.room.length * 2))
    content.room.copy(room)
    content.room = room
  }
  content.size = size
}
