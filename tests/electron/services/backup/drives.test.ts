import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findLastOnDrive } from '../../../../electron/services/backup/drive-backups'
import { ejectDrive } from '../../../../electron/services/backup/drive-eject'
import { findLinuxDrives, findMacDrives } from '../../../../electron/services/backup/drive-mounts'
import { createDriveWatch } from '../../../../electron/services/backup/drive-watch'
import {
  type Drive,
  type DriveMachine,
  listDrives,
} from '../../../../electron/services/backup/drives'
import { tempFolder } from '../../../support/temp-folder'

const linux = [
  'proc /proc proc rw 0 0',
  '/dev/sda2 / ext4 rw,relatime 0 0',
  '/dev/sda1 /boot/efi vfat rw 0 0',
  '/dev/sda3 /data ext4 rw 0 0',
  '/dev/loop3 /media/user/setup squashfs ro 0 0',
  '/dev/sr0 /media/user/DISC iso9660 ro 0 0',
  '/dev/sdb1 /media/user/KINGSTON\\04016 vfat rw,nosuid,errors=remount-ro 0 0',
  '/dev/sdb1 /mnt/again vfat rw 0 0',
  '/dev/sdc1 /run/media/user/保险柜 exfat ro,nosuid 0 0',
  '/dev/sdd1 /mnt/disk fuseblk rw 0 0',
  'server:/x /media/server nfs4 rw 0 0',
].join('\n')

const mac = [
  '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
  '/dev/disk3s6 on /System/Volumes/VM (apfs, local, noexec, journaled)',
  '/dev/disk4s1 on /Volumes/KINGSTON (2) (msdos, local, nodev, nosuid, noowners)',
  '/dev/disk5s1 on /Volumes/Setup (hfs, local, nodev, read-only)',
  '/dev/disk6s1 on /Volumes/Hidden (apfs, local, nobrowse)',
  '//user@server/share on /Volumes/share (smbfs, nodev, nosuid)',
].join('\n')

function machine(over: Partial<DriveMachine>): DriveMachine {
  return {
    platform: 'linux',
    mounts: () => Promise.resolve(''),
    isPluggedIn: () => false,
    isLocalRoot: () => Promise.resolve(false),
    systemDrive: 'C:',
    ...over,
  }
}

describe('plugged-in drives (R094)', () => {
  it('on Linux are what the desktop mounted and what hangs on a plug, once each', () => {
    const found = findLinuxDrives(linux, (device) => device === '/dev/sdd1')
    expect(found).toEqual([
      { device: '/dev/sdb1', path: '/media/user/KINGSTON 16', fileSystem: 'vfat', readOnly: false },
      { device: '/dev/sdc1', path: '/run/media/user/保险柜', fileSystem: 'exfat', readOnly: true },
      { device: '/dev/sdd1', path: '/mnt/disk', fileSystem: 'fuseblk', readOnly: false },
    ])
  })

  it('never are the disk of the system, even when it hangs on a plug itself', () => {
    const paths = findLinuxDrives(linux, () => true).map(({ path }) => path)
    expect(paths).not.toContain('/')
    expect(paths).not.toContain('/boot/efi')
  })

  it('on macOS are the local volumes that the Finder shows', () => {
    const found = findMacDrives(mac)
    expect(found.map(({ path, readOnly }) => [path, readOnly])).toEqual([
      ['/Volumes/KINGSTON (2)', false],
      ['/Volumes/Setup', true],
    ])
  })

  it('on Windows are the letters that answer, without the one of the system', async () => {
    const there = new Set(['C:\\', 'E:\\'])
    const windows = machine({
      platform: 'win32',
      isLocalRoot: (root) =>
        root === 'F:\\' ? Promise.reject(new Error('gone')) : Promise.resolve(there.has(root)),
    })
    expect((await listDrives(windows)).map(({ path, label }) => [path, label])).toEqual([
      ['E:\\', 'E:'],
    ])
  })

  it('are named by their volume; a system that does not answer has none', async () => {
    const drives = await listDrives(machine({ mounts: () => Promise.resolve(linux) }))
    expect(drives.map(({ label }) => label)).toEqual(['KINGSTON 16', '保险柜'])
    const silent = machine({ mounts: () => Promise.reject(new Error('no such file')) })
    expect(await listDrives(silent)).toEqual([])
  })
})

const stick: Drive = {
  device: '/dev/sdb1',
  path: '/media/user/KINGSTON',
  label: 'KINGSTON',
  fileSystem: 'vfat',
  readOnly: false,
}
const other: Drive = { ...stick, device: '/dev/sdc1', path: '/media/user/B', label: 'B' }

describe('the watch over drives', () => {
  function watch() {
    const state = { drives: [stick], open: true }
    const told: string[][] = []
    const drives = createDriveWatch({
      list: () => Promise.resolve(state.drives),
      isOpen: () => state.open,
      onChange: (appeared) => told.push(appeared.map(({ label }) => label)),
    })
    return { state, told, look: drives.look }
  }

  it('tells when one came or went, and else nothing', async () => {
    const { state, told, look } = watch()
    await look()
    await look()
    state.drives = [stick, other]
    await look()
    state.drives = []
    await look()
    await look()
    expect(told).toEqual([['KINGSTON'], ['B'], []])
  })

  it('does not look while the book is locked, and begins anew after the unlock', async () => {
    const { state, told, look } = watch()
    await look()
    state.open = false
    await look()
    state.open = true
    await look()
    expect(told).toEqual([['KINGSTON'], ['KINGSTON']])
  })

  it('takes one look at a time', async () => {
    let looks = 0
    let answer: (drives: Drive[]) => void = () => undefined
    const drives = createDriveWatch({
      list: () => {
        looks++
        return new Promise((resolve) => (answer = resolve))
      },
      isOpen: () => true,
      onChange: () => undefined,
    })
    const first = drives.look()
    await drives.look()
    answer([])
    await first
    expect(looks).toBe(1)
  })
})

describe('letting go of a drive', () => {
  const asked = async (platform: NodeJS.Platform, answers: Record<string, 'done' | 'refused'>) => {
    const calls: string[] = []
    const result = await ejectDrive(stick, platform, ({ file, args }) => {
      calls.push([file, ...args].join(' '))
      return Promise.resolve(answers[file] ?? 'no-tool')
    })
    return { result, calls }
  }

  it('asks the tool of the system, with the device or the path as an argument of its own', async () => {
    expect(await asked('linux', { udisksctl: 'done' })).toEqual({
      result: 'ejected',
      calls: ['udisksctl unmount --no-user-interaction -b /dev/sdb1'],
    })
    expect((await asked('linux', { gio: 'done' })).result).toBe('ejected')
    expect((await asked('darwin', { '/usr/sbin/diskutil': 'done' })).calls).toEqual([
      '/usr/sbin/diskutil eject /media/user/KINGSTON',
    ])
  })

  it('says so when the system does not let go, or has no tool', async () => {
    expect((await asked('linux', { udisksctl: 'refused' })).result).toBe('refused')
    expect((await asked('linux', {})).result).toBe('by-hand')
    expect(await asked('win32', {})).toEqual({ result: 'by-hand', calls: [] })
  })
})

describe('a known drive', () => {
  const record = (folder: string, fileName: string, startedAt: number) => ({
    folder,
    fileName,
    startedAt,
  })

  it('has a recorded backup of this book on it now', () => {
    const path = join(tempFolder(), 'KINGSTON')
    const folder = join(path, '客簿')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'a.kebubak'), '')
    const records = [record(folder, 'gone.kebubak', 2), record(folder, 'a.kebubak', 1)]
    expect(findLastOnDrive({ path }, records)).toEqual({ folder, startedAt: 1 })
    expect(findLastOnDrive({ path }, records.slice(0, 1))).toBeNull()
  })

  it('is known again under another mount point', () => {
    const path = join(tempFolder(), 'KINGSTON1')
    mkdirSync(path)
    writeFileSync(join(path, 'a.kebubak'), '')
    const moved = [record(join(path, '..', 'KINGSTON'), 'a.kebubak', 1)]
    expect(findLastOnDrive({ path }, moved)).toEqual({ folder: path, startedAt: 1 })
  })

  it('is not one whose name begins alike', () => {
    const top = tempFolder()
    const there = (path: string) => path === join(top, 'KINGSTON', 'a.kebubak')
    const records = [record(join(top, 'KINGSTON'), 'a.kebubak', 1)]
    expect(findLastOnDrive({ path: join(top, 'KING') }, records, there)).toBeNull()
    expect(findLastOnDrive({ path: join(top, 'KINGSTON') }, records, there)).not.toBeNull()
  })
})
