import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { statSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { z } from 'zod'
import { bookFiles } from '../vault/header-file'

const beatMs = 20_000
/** A holder on another computer (or one that we cannot see) counts as gone after this long without a beat. */
const staleMs = 90_000

const holderSchema = z.object({ host: z.string(), pid: z.int().min(1) })
type Holder = z.output<typeof holderSchema>

/**
 * Claims a book for this program, so that a second program (other user account, other start folder) gets a clear answer instead of
 * two writers. A crash leaves a stale file, which the next start takes over.
 * @returns release, to be called after the database is closed
 * @throws AppError `vault.in-use`
 */
export function claimBook(folder: string, now: () => number = Date.now): () => void {
  const path = join(folder, bookFiles.lock)
  const mine = JSON.stringify({ host: hostname(), pid: process.pid } satisfies Holder)
  try {
    writeFileSync(path, mine, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (isHeld(path, now())) throw new AppError('vault.in-use', 'another program holds the book')
    writeFileSync(path, mine, { mode: 0o600 })
  }
  const beat = setInterval(() => touch(path), beatMs)
  beat.unref()
  return () => {
    clearInterval(beat)
    rmSync(path, { force: true })
  }
}

function isHeld(path: string, now: number): boolean {
  try {
    const { host, pid } = holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    const lastBeat = statSync(path).mtimeMs
    if (host !== hostname()) return now - lastBeat < staleMs
    // Process numbers are given out anew after a restart of the computer.
    const isOfLastBoot = lastBeat < now - uptime() * 1000 - staleMs
    return !isOfLastBoot && pid !== process.pid && isAlive(pid)
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function touch(path: string): void {
  const time = new Date()
  try {
    utimesSync(path, time, time)
  } catch {
    // The folder may be gone (drive pulled); the database will say so at the next write.
  }
}
