import type { BackupTarget } from '@shared/features/backups/backups.contract'
import {
  findTargetObstacle,
  listTargetWarnings,
} from '@shared/features/backups/backup-target.rules'
import { describe, expect, it } from 'vitest'

const usb: BackupTarget = {
  token: '0198f1a0-0000-7000-8000-000000000001',
  path: 'E:\\',
  verdict: 'ok',
  service: null,
  sameDisk: false,
  freeBytes: 20_000_000_000,
  totalBytes: 32_000_000_000,
  neededBytes: 40_000_000,
}

describe('the place of a backup', () => {
  it('is fine on another disk with room', () => {
    expect(findTargetObstacle(usb)).toBeNull()
    expect(listTargetWarnings(usb)).toEqual([])
  })

  it('is refused when it is gone, write-protected or too small', () => {
    expect(findTargetObstacle({ ...usb, verdict: 'missing' })).toBe('missing')
    expect(findTargetObstacle({ ...usb, verdict: 'not-writable' })).toBe('not-writable')
    expect(findTargetObstacle({ ...usb, freeBytes: 39_999_999 })).toBe('too-small')
  })

  it('is tried when the system does not say how much room there is', () => {
    expect(findTargetObstacle({ ...usb, freeBytes: null, totalBytes: null })).toBeNull()
  })

  it('is warned about, not refused, on the same disk, in a sync folder and on the network', () => {
    const risky: BackupTarget = { ...usb, verdict: 'sync', service: 'OneDrive', sameDisk: true }
    expect(findTargetObstacle(risky)).toBeNull()
    expect(listTargetWarnings(risky)).toEqual(['sync', 'same-disk'])
    expect(listTargetWarnings({ ...usb, verdict: 'network' })).toEqual(['network'])
  })
})
