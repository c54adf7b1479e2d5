import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/core/errors'
import { ballastBytes, type BallastDisk, createBallast } from '../../../electron/services/ballast'
import { bookFiles } from '../../../electron/vault/header-file'
import { tempFolder } from '../../support/temp-folder'

const mebibyte = 1024 * 1024
const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })

/** A disk of some size in memory; a write that does not fit leaves a part of a file, as a real one does. */
function smallDisk(capacity: number, options: { tells?: boolean } = {}) {
  const files = new Map<string, number>()
  const free = () => capacity - [...files.values()].reduce((sum, size) => sum + size, 0)
  const disk: BallastDisk = {
    size: (path) => Promise.resolve(files.get(path) ?? null),
    freeBytes: () => Promise.resolve(options.tells === false ? null : free()),
    write: (path, bytes) => {
      const room = free()
      files.set(path, Math.min(room, bytes.length))
      return room < bytes.length ? Promise.reject(full) : Promise.resolve()
    },
    remove: (path) => {
      files.delete(path)
      return Promise.resolve()
    },
  }
  return { disk, files, free }
}

const pathOf = (folder: string) => join(folder, bookFiles.ballast)

describe('ballast', () => {
  it('is made once where there is room', async () => {
    const { disk, files } = smallDisk(1000 * mebibyte)
    const ballast = createBallast('/book', disk)
    expect(await ballast.keep()).toBe(true)
    expect(await ballast.keep()).toBe(true)
    expect([...files]).toEqual([[pathOf('/book'), ballastBytes]])
  })

  it('is not made where little room is left', async () => {
    const { disk, files } = smallDisk(60 * mebibyte)
    expect(await createBallast('/book', disk).keep()).toBe(false)
    expect(files.size).toBe(0)
  })

  it('leaves no part of itself on a disk that does not tell its room and is full', async () => {
    const { disk, files } = smallDisk(10 * mebibyte, { tells: false })
    expect(await createBallast('/book', disk).keep()).toBe(false)
    expect(files.size).toBe(0)
  })

  it('is made anew where a crash left a part of it', async () => {
    const { disk, files } = smallDisk(1000 * mebibyte)
    files.set(pathOf('/book'), 5)
    expect(await createBallast('/book', disk).keep()).toBe(true)
    expect(files.get(pathOf('/book'))).toBe(ballastBytes)
  })

  it('is thrown off when a write finds the disk full, and gives its room', async () => {
    const { disk, files, free } = smallDisk(100 * mebibyte)
    const ballast = createBallast('/book', disk)
    await ballast.keep()
    files.set('/other', free())
    expect(await ballast.releaseWhenFull(full)).toBe(true)
    expect(free()).toBe(ballastBytes)
    expect(await ballast.releaseWhenFull(full)).toBe(false)
    expect(await ballast.keep()).toBe(false)
  })

  it('knows a full disk by the error of SQLite and of another process too', async () => {
    for (const error of [{ code: 'SQLITE_FULL' }, new AppError('core.disk-full')]) {
      const ballast = createBallast('/book', smallDisk(1000 * mebibyte).disk)
      await ballast.keep()
      expect(await ballast.releaseWhenFull(error)).toBe(true)
    }
  })

  it('stays where something else went wrong', async () => {
    const { disk, files } = smallDisk(1000 * mebibyte)
    const ballast = createBallast('/book', disk)
    await ballast.keep()
    for (const error of [new AppError('core.read-only'), new Error('x'), { code: 'SQLITE_BUSY' }])
      expect(await ballast.releaseWhenFull(error)).toBe(false)
    expect(files.size).toBe(1)
  })

  it('does no harm where the disk is gone', async () => {
    const gone = () => Promise.reject(new Error('gone'))
    const ballast = createBallast('/book', {
      size: gone,
      freeBytes: gone,
      write: gone,
      remove: gone,
    })
    expect(await ballast.keep()).toBe(false)
    expect(await ballast.releaseWhenFull(full)).toBe(false)
  })

  it('takes its whole room on a real disk', async () => {
    const folder = tempFolder()
    writeFileSync(pathOf(folder), 'a part')
    const ballast = createBallast(folder)
    expect(await ballast.keep()).toBe(true)
    const { size, blocks } = statSync(pathOf(folder))
    expect(size).toBe(ballastBytes)
    // Windows does not count blocks.
    if (process.platform !== 'win32') expect(blocks * 512).toBeGreaterThanOrEqual(ballastBytes)
    expect(await ballast.release()).toBe(true)
    expect(await ballast.release()).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })
})
