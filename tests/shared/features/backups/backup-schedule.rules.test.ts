import { describe, expect, it } from 'vitest'
import type { BackupDrive } from '@shared/features/backups/backups.contract'
import {
  type BackupOccasion,
  driveGapMs,
  findDueBackup,
  findLeavingBackup,
  retryMs,
} from '@shared/features/backups/backup-schedule.rules'

const now = new Date(2026, 10, 22, 9, 30).getTime()
const yesterday = new Date(2026, 10, 21, 18, 30).getTime()

const place = {
  token: 'folder',
  path: '/backups',
  verdict: 'ok' as const,
  service: null,
  sameDisk: false,
  freeBytes: 1000,
  totalBytes: 2000,
  neededBytes: 10,
}
const drive: BackupDrive = {
  ...place,
  path: '/media/KINGSTON',
  label: 'KINGSTON',
  lastBackupAt: yesterday,
  drive: '/media/KINGSTON',
}

function due(over: Partial<BackupOccasion>, schedule: Partial<BackupOccasion['schedule']> = {}) {
  const occasion: BackupOccasion = {
    now,
    schedule: { daily: true, onDrive: true, onLock: true, rotate: true, ...schedule },
    last: { startedAt: yesterday },
    lastPlace: place,
    drives: [],
    appeared: new Set(),
    failedAt: null,
    ...over,
  }
  return findDueBackup(occasion, (one) => one.drive)?.path ?? null
}
const came = { drives: [drive], appeared: new Set([drive.drive]) }
const doneToday = { last: { startedAt: now - 60_000 } }

describe('a backup that is made by itself (R094)', () => {
  it('is due once a day at the last place, and first of all on a known drive', () => {
    expect(due({})).toBe(place.path)
    expect(due({ drives: [drive] })).toBe(drive.path)
    expect(due(doneToday)).toBeNull()
    expect(due({}, { daily: false })).toBeNull()
  })

  it('is due when a known drive comes, but not for every unlock while it stays', () => {
    expect(due({ ...doneToday, ...came })).toBe(drive.path)
    expect(due({ ...doneToday, drives: [drive] })).toBeNull()
    const recent = [{ ...drive, lastBackupAt: now - driveGapMs + 1 }]
    expect(due({ ...doneToday, ...came, drives: recent })).toBeNull()
    expect(due({ ...doneToday, ...came }, { onDrive: false })).toBeNull()
  })

  it('never goes to a drive that had none of this book, nor where nothing can be written', () => {
    const foreign = [{ ...drive, lastBackupAt: null }]
    expect(due({ ...came, drives: foreign, lastPlace: null })).toBeNull()
    const full = [{ ...drive, freeBytes: 1 }]
    expect(due({ ...came, drives: full, lastPlace: null })).toBeNull()
    expect(due({ lastPlace: { ...place, verdict: 'not-writable' } })).toBeNull()
  })

  it('waits for the first one by hand', () => {
    expect(due({ last: null, lastPlace: null })).toBeNull()
  })

  it('is tried again after a pause when it failed, and at once on a drive that comes', () => {
    expect(due({ failedAt: now - retryMs + 1 })).toBeNull()
    expect(due({ failedAt: now - retryMs })).toBe(place.path)
    expect(due({ failedAt: now + 1 })).toBe(place.path)
    expect(due({ ...came, failedAt: now - 1 })).toBe(drive.path)
  })
})

describe('a backup before somebody locks or quits', () => {
  const occasion: BackupOccasion = {
    now,
    schedule: { daily: true, onDrive: true, onLock: true, rotate: true },
    last: { startedAt: yesterday },
    lastPlace: place,
    drives: [],
    appeared: new Set(),
    failedAt: null,
  }
  const leave = (over: Partial<BackupOccasion>, changed = true) =>
    findLeavingBackup({ ...occasion, ...over }, changed)?.path ?? null

  it('goes to a known drive, else to the last place', () => {
    expect(leave({ drives: [drive] })).toBe(drive.path)
    expect(leave({})).toBe(place.path)
  })

  it('is not made when nothing changed, when it is switched off, or when there was none before', () => {
    expect(leave({}, false)).toBeNull()
    expect(leave({ schedule: { ...occasion.schedule, onLock: false } })).toBeNull()
    expect(leave({ last: null })).toBeNull()
  })

  it('is not waited for while the place is away or full', () => {
    expect(leave({ lastPlace: null })).toBeNull()
    expect(leave({ lastPlace: { ...place, freeBytes: 5 } })).toBeNull()
    expect(leave({ lastPlace: null, drives: [{ ...drive, lastBackupAt: null }] })).toBeNull()
  })
})
