import { randomUUID } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { type KebuApp, stubOpenDialog } from '../support/electron-app'
import { printFigure, timed } from './report'
import { longestAnswer, request } from './steps'

const edits = 200
const mebibyte = 2 ** 20

async function backUp({ app, page }: KebuApp, folder: string): Promise<BackupRecord> {
  await stubOpenDialog(app, [folder])
  const target = await request(page, 'backups.chooseTarget', {})
  if (!target) throw new Error('no folder chosen')
  return request(page, 'backups.create', { jobId: randomUUID(), target: target.token })
}

/** What any backup of this file on this disk takes at least: copied, flushed, read back. */
async function copyPlainly(from: string, to: string): Promise<void> {
  const [source, copy] = [await open(from, 'r'), await open(to, 'wx+')]
  const buffer = Buffer.alloc(mebibyte)
  const readAt = async (file: typeof source, position: number) =>
    (await file.read(buffer, 0, buffer.length, position)).bytesRead
  try {
    for (let at = 0, read; (read = await readAt(source, at)) > 0; at += read)
      await copy.write(buffer, 0, read, at)
    await copy.sync()
    for (let at = 0, read; (read = await readAt(copy, at)) > 0; at += read);
  } finally {
    await source.close()
    await copy.close()
  }
}

async function edit({ page }: KebuApp): Promise<void> {
  const { ids } = await request(page, 'customers.listIds', {})
  for (let index = 0; index < edits; index++) {
    const id = ids[Math.floor((index + 0.5) * (ids.length / edits))]
    if (id === undefined) continue
    await request(page, 'customers.setStage', { ids: [id], stage: 'intent' })
  }
}

/**
 * A full backup with its proof through the real window, against a plain copy of the same file, then the incremental one after 200
 * edits of customers spread over the book (R094).
 * @param database path of the book's database @param folder an empty place for the backups
 */
export async function measureBackup(
  kebu: KebuApp,
  database: string,
  folder: string,
): Promise<void> {
  mkdirSync(folder)
  const plain = await timed(() => copyPlainly(database, join(folder, 'plain-copy')))
  const load = (loadavg()[0] ?? 0).toFixed(1)
  let total = 0
  const answer = await longestAnswer(kebu.page, async () => {
    total = await timed(() => backUp(kebu, folder))
  })
  const bytes = statSync(database).size
  printFigure(`full backup with proof of ${Math.round(bytes / 1e6)} MB`, total, 'ms')
  printFigure(`  of database, begun at load ${load}`, bytes / 1e6 / (total / 1000), 'MB/s')
  printFigure('  against a plain copy, flushed and read back', total / plain, '×')
  printFigure('  longest answer of main to the window meanwhile', answer, 'ms', 100)
  await edit(kebu)
  const made = await backUp(kebu, folder)
  if (made.kind !== 'incremental') throw new Error(`made a ${made.kind} one`)
  printFigure(`incremental backup after ${edits} edits`, made.bytes / 1e6, 'MB', 5)
}
