import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, parse } from 'node:path'
import type { VaultHeader } from '../vault/header'
import { readHeader } from '../vault/header-file'
import { findSecondCopy } from '../vault/second-copy'
import { listDrives } from './backup/drives'

/** A folder with more in it than this is no place for books; looking through it would take long. */
const mostEntries = 2000

type Lost = {
  /** Where the book was. */
  folder: string
  /** Folder of this computer for second copies of headers; it knows which vault was there. */
  secondPlace: string
}
/** What the search asks the computer for; tests put their own in place. */
type Machine = { home: string; listDriveRoots: () => Promise<string[]> }

/**
 * Looks for a book whose folder was moved or renamed, or whose drive has another name today (R094): beside the old place, in the usual
 * folders of this person, and on the drives, at the same path and at the top. Goes by the vault's id, never by a name alone.
 * @returns its folder now, of several the one written last; null when it is not found or nothing is known of it
 */
export async function findMovedBook(
  { folder, secondPlace }: Lost,
  machine: Machine = thisMachine,
): Promise<string | null> {
  const known = findSecondCopy(folder, secondPlace)
  if (!known) return null
  const roots = await machine.listDriveRoots().catch(() => [])
  const candidates = [
    ...roots.flatMap((root) => endsOf(folder).map((end) => join(root, ...end))),
    ...(await Promise.all(placesFor(folder, machine.home, roots).map(listFolders))).flat(),
  ]
  const found = [...new Set(candidates)]
    .filter((candidate) => candidate !== folder)
    .flatMap((path) => {
      const header = findHeader(path)
      return header?.vaultId === known.vaultId ? [{ path, writtenAt: header.writtenAt }] : []
    })
    .sort((a, b) => b.writtenAt - a.writtenAt)
  return found[0]?.path ?? null
}

/** Folders whose children may be the book. */
function placesFor(folder: string, home: string, roots: readonly string[]): string[] {
  const usual = ['', 'Kebu', 'Desktop', 'Documents', 'Downloads', '桌面', '文档', '下载']
  return [
    dirname(folder),
    dirname(dirname(folder)),
    ...usual.map((name) => join(home, name)),
    ...roots,
  ]
}

/** `/media/a/STICK/books/x.kebu` → its ends, longest first: the same path on a drive that is mounted elsewhere. */
function endsOf(folder: string): string[][] {
  const parts = folder.slice(parse(folder).root.length).split(/[\\/]/).filter(Boolean)
  return parts.map((_, index) => parts.slice(index))
}

async function listFolders(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => [])
  if (entries.length > mostEntries) return []
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(place, name))
}

function findHeader(folder: string): VaultHeader | null {
  try {
    return readHeader(folder)
  } catch {
    return null
  }
}

const thisMachine: Machine = {
  home: homedir(),
  listDriveRoots: async () => (await listDrives()).map(({ path }) => path),
}
