import { basename, dirname, join } from 'node:path'
import { applyChange, bytesOf, type Change, type Content, newContent } from './content'
import type { DiskCall } from './recording'

export type FileNode = { kind: 'file'; now: Content; durable: Content; pending: Change[] }
/** Entries of a folder that change together: a new file, one that went, both names of a rename. */
export type Naming = [name: string, node: DiskNode | null][]
export type FolderNode = {
  kind: 'folder'
  now: Map<string, DiskNode>
  durable: Map<string, DiskNode>
  pending: Naming[]
}
export type DiskNode = FileNode | FolderNode

/** A file whose content has reached the disk. */
export const newFile = (bytes?: Buffer): FileNode => {
  return { kind: 'file', now: newContent(bytes), durable: newContent(bytes), pending: [] }
}
/** A folder whose entries have reached the disk. */
export const newFolder = (entries: [string, DiskNode][] = []): FolderNode => {
  return { kind: 'folder', now: new Map(entries), durable: new Map(entries), pending: [] }
}

/**
 * A disk as POSIX describes it, at one moment of a recording: what programs see (`now`), what is sure to be there after a power
 * cut (`durable`), and what may be (`pending`). Content is durable after fsync or fdatasync of the file, names after fsync of the
 * folder (fsync(2): "calling fsync() does not necessarily ensure that the entry in the directory containing the file has also
 * reached disk"). Which of the pending changes arrive is nobody's promise; see `after-cut.ts`.
 */
export function createDisk(path: string, before: FolderNode) {
  const top = untouched(before)
  const handles = new Map<number, DiskNode>()

  /** The node of a whole path, as programs see it now. @throws Error when there is none */
  function find(whole: string): DiskNode {
    if (whole === path) return top
    const node = folderOf(whole).now.get(basename(whole))
    if (!node) throw new Error(`not on the disk: ${basename(whole)}`)
    return node
  }

  function folderOf(whole: string): FolderNode {
    const folder = find(dirname(whole))
    if (folder.kind !== 'folder') throw new Error('not a folder')
    return folder
  }

  function name(folder: FolderNode, entries: Naming): void {
    for (const [entry, node] of entries) put(folder.now, entry, node)
    folder.pending.push(entries)
  }

  function fileOf(handle: number): FileNode {
    const node = handles.get(handle)
    if (node?.kind !== 'file') throw new Error(`no open file ${handle}`)
    return node
  }

  function write(file: FileNode, change: Change): void {
    applyChange(file.now, change)
    file.pending.push(change)
  }

  function rename(from: string, to: string): void {
    const node = find(from)
    // A name that moves between folders could be seen twice or not at all; the program does not do that.
    if (dirname(from) !== dirname(to)) throw new Error('rename across folders')
    name(folderOf(from), [
      [basename(from), null],
      [basename(to), node],
    ])
  }

  function apply(call: DiskCall): void {
    switch (call.kind) {
      case 'open':
        if (call.made) name(folderOf(call.path), [[basename(call.path), newFile()]])
        handles.set(call.handle, find(call.path))
        if (call.emptied) write(fileOf(call.handle), { size: 0 })
        return
      case 'close':
        handles.delete(call.handle)
        return
      case 'write':
        return write(fileOf(call.handle), call)
      case 'truncate':
        return write(fileOf(call.handle), call)
      case 'sync':
        return sync(handles.get(call.handle))
      case 'rename':
        return rename(call.from, call.to)
      case 'unlink':
      case 'rmdir':
        return name(folderOf(call.path), [[basename(call.path), null]])
      case 'mkdir':
        return name(folderOf(call.path), [[basename(call.path), newFolder()]])
    }
  }

  return { path, top, apply }
}

export type Disk = ReturnType<typeof createDisk>

/** The same content in nodes of its own. */
function untouched(folder: FolderNode): FolderNode {
  const copy = (node: DiskNode) =>
    node.kind === 'file' ? newFile(bytesOf(node.now)) : untouched(node)
  return newFolder([...folder.now].map(([name, node]) => [name, copy(node)]))
}

function sync(node: DiskNode | undefined): void {
  if (!node) throw new Error('sync of a file that is not open')
  if (node.kind === 'file') for (const change of node.pending) applyChange(node.durable, change)
  else node.durable = new Map(node.now)
  node.pending = []
}

export function put(entries: Map<string, DiskNode>, name: string, node: DiskNode | null): void {
  if (node) entries.set(name, node)
  else entries.delete(name)
}

/** Every file of a tree by its path inside it, as programs see it. */
export function listFiles(folder: FolderNode, above = ''): [string, Buffer][] {
  return [...folder.now].flatMap(([name, node]) =>
    node.kind === 'file'
      ? [[join(above, name), bytesOf(node.now)] as [string, Buffer]]
      : listFiles(node, join(above, name)),
  )
}
