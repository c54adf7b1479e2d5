import { isAbsolute, relative } from 'node:path'
import type { Drive } from './drives'

/** The drive that a folder lies on: the innermost one, since drives are mounted inside one another; null for a folder of this computer. */
export function findDriveOf<D extends Pick<Drive, 'path'>>(
  folder: string,
  drives: readonly D[],
): D | null {
  const holding = drives.filter(({ path }) => isInside(folder, path))
  return holding.sort((a, b) => b.path.length - a.path.length)[0] ?? null
}

/** Whether a folder is another one or lies in it. */
export function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, folder)
  return !way.startsWith('..') && !isAbsolute(way)
}
