import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { makeRandom } from '../../fixtures/seeded-random'
import { applyChange, bytesOf, type Change, type Content, newContent } from './content'
import { type DiskNode, type FileNode, type FolderNode, put } from './disk'

type Random = ReturnType<typeof makeRandom>

/**
 * How much of what was not flushed is on the disk after the power went:
 * nothing; a beginning of it, the last write torn; any part of it, sector by sector, in no order. Names come as a beginning of
 * their changes (a journal, as ext4, NTFS and APFS have one) or as any of them (FAT, exFAT).
 *
 * The model is that of "All File Systems Are Not Created Equal" (Pillai et al., OSDI 2014, section 3) and of SQLite's own crash tests
 * (https://www.sqlite.org/testing.html, section 3.2; https://www.sqlite.org/atomiccommit.html, section 2): a sector is written whole
 * or not at all, neighbours of a written range stay as they are, a file may have grown before its content arrived.
 */
export type Cut = {
  content: 'nothing' | 'beginning' | 'scattered'
  names: 'nothing' | 'beginning' | 'scattered'
  sector: 512 | 4096
  /** What is read where a file has grown and its content has not come. */
  filler: 'zeros' | 'garbage'
}

/** One of the ways in which a power cut may go. */
export function drawCut(random: Random): Cut {
  return {
    content: random.pick(['nothing', 'beginning', 'scattered', 'scattered'] as const),
    names: random.pick(['nothing', 'beginning', 'beginning', 'scattered'] as const),
    sector: random.pick([512, 4096] as const),
    filler: random.pick(['zeros', 'garbage'] as const),
  }
}

/** Puts what is left after a power cut into a new folder. */
export function leaveBehind(top: FolderNode, path: string, cut: Cut, random: Random): void {
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  const entries = new Map(top.durable)
  for (const naming of arriving(top.pending, cut.names, random))
    for (const [name, node] of naming) put(entries, name, node)
  for (const [name, node] of entries) leaveNode(node, join(path, name), cut, random)
}

function leaveNode(node: DiskNode, path: string, cut: Cut, random: Random): void {
  if (node.kind === 'folder') leaveBehind(node, path, cut, random)
  else writeFileSync(path, contentOf(node, cut, random))
}

/** Those of the pending changes that got through. */
function arriving<T>(pending: T[], how: Cut['names'], random: Random): T[] {
  if (how === 'nothing') return []
  if (how === 'beginning') return pending.slice(0, random.int(0, pending.length))
  return pending.filter(() => random.chance(0.5))
}

function contentOf({ durable, pending }: FileNode, cut: Cut, random: Random): Buffer {
  if (cut.content === 'nothing' || pending.length === 0) return bytesOf(durable)
  const content = newContent(bytesOf(durable))
  if (cut.content === 'scattered')
    for (const change of pending) scatter(content, change, cut, random)
  else {
    const whole = random.int(0, pending.length)
    for (const change of pending.slice(0, whole)) applyChange(content, change)
    const torn = pending[whole]
    if (torn) tear(content, torn, cut, random)
  }
  return bytesOf(content)
}

/** A write of which only the first sectors came. */
function tear(content: Content, change: Change, { sector }: Cut, random: Random): void {
  if ('size' in change) return
  const sectors = sectorsOf(change, sector)
  for (const piece of sectors.slice(0, random.int(0, sectors.length))) applyChange(content, piece)
}

function scatter(content: Content, change: Change, cut: Cut, random: Random): void {
  if ('size' in change) {
    if (random.chance(0.5)) applyChange(content, change)
    return
  }
  const end = change.offset + change.bytes.length
  if (end > content.size && random.chance(0.5)) grow(content, end, cut.filler, random)
  for (const piece of sectorsOf(change, cut.sector))
    if (random.chance(0.5)) applyChange(content, piece)
}

function grow(content: Content, end: number, filler: Cut['filler'], random: Random): void {
  const from = content.size
  applyChange(content, { size: end })
  if (filler === 'garbage') content.room.fill(random.int(128, 255), from, end)
}

/** A write in pieces that lie in one sector of the disk each. */
function sectorsOf({ offset, bytes }: Exclude<Change, { size: number }>, sector: number) {
  const pieces: Exclude<Change, { size: number }>[] = []
  for (let at = 0; at < bytes.length;) {
    const size = Math.min(bytes.length - at, sector - ((offset + at) % sector))
    pieces.push({ offset: offset + at, bytes: bytes.subarray(at, at + size) })
    at += size
  }
  return pieces
}
