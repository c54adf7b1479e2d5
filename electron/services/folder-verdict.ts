import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { dirname, join, resolve, sep } from 'node:path'
import type { FolderVerdict } from '@shared/features/vault/vault.schema'

export type FolderFinding = { verdict: FolderVerdict; service: string | null }

type Machine = {
  platform: NodeJS.Platform
  mounts: () => Mount[]
  realPath: (path: string) => string
}
type Mount = { point: string; type: string }

const networkTypes =
  /^(nfs\d?|cifs|smb\w*|afpfs|webdav|davfs|ncpfs|9p|afs|ceph|glusterfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|goofys))$/

const syncFolders: [RegExp, string][] = [
  [/^onedrive( - .+)?$/i, 'OneDrive'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(google drive|googledrive|my drive|我的云端硬盘)$/i, 'Google Drive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [/^(nutstore( files)?|我的坚果云|坚果云)$/i, '坚果云'],
  [/^(baidusyncdisk|baidunetdisk|百度网盘同步空间|百度云同步盘)$/i, '百度网盘'],
  [/^(weiyun|微云|微云同步助手)$/i, '微云'],
  [/^(alidrive|阿里云盘)$/i, '阿里云盘'],
  [/^(box|box sync)$/i, 'Box'],
  [/^(nextcloud|owncloud|seafile|pcloud ?drive|mega|synologydrive|syncthing)$/i, ''],
]
const syncMarkers = ['.dropbox', '.stfolder', '.sync', '.owncloudsync.log', '.nextcloudsync.log']

/**
 * Says whether a book may live in a folder. Refused: network file systems (SQLite's locks do not hold there) and folders
 * that a sync service copies (it copies half-written files and keeps copies elsewhere).
 */
export function judgeFolder(folder: string, machine: Machine = thisMachine()): FolderFinding {
  const real = machine.realPath(nearestExisting(folder))
  if (!existsSync(folder)) {
    const above = judgeFolder(nearestExisting(folder), machine)
    return above.verdict === 'ok' ? { verdict: 'ok', service: null } : above
  }
  const network = networkService(real, machine)
  if (network !== null) return { verdict: 'network', service: network }
  const sync = syncService(real)
  if (sync !== null) return { verdict: 'sync', service: sync }
  return { verdict: isWritable(real) ? 'ok' : 'not-writable', service: null }
}

/** True when the two paths lie on the same disk, as far as the system tells (device numbers). */
export function isSameDisk(a: string, b: string): boolean {
  return statSync(nearestExisting(a)).dev === statSync(nearestExisting(b)).dev
}

function syncService(path: string): string | null {
  for (const part of path.split(/[\\/]/)) {
    const found = syncFolders.find(([pattern]) => pattern.test(part))
    if (found) return found[1] || part
  }
  for (let folder = path; ; folder = dirname(folder)) {
    if (syncMarkers.some((marker) => existsSync(join(folder, marker))))
      return folder.split(sep).pop() ?? ''
    if (dirname(folder) === folder) return null
  }
}

function networkService(path: string, machine: Machine): string | null {
  // A mapped Windows drive resolves to its UNC path.
  if (machine.platform === 'win32') return /^\\\\(?![?.]\\[a-z]:)/i.test(path) ? 'SMB' : null
  const mount = machine
    .mounts()
    .filter(({ point }) => path === point || path.startsWith(point === '/' ? '/' : `${point}/`))
    .sort((a, b) => b.point.length - a.point.length)[0]
  return mount && networkTypes.test(mount.type) ? mount.type : null
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

function nearestExisting(path: string): string {
  let folder = resolve(path)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    mounts: () => (process.platform === 'darwin' ? macMounts() : linuxMounts()),
    realPath: (path) => realpathSync.native(path),
  }
}

function linuxMounts(): Mount[] {
  const unescape = (text: string) =>
    text.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, point = '', type = '']) => ({ point: unescape(point), type }))
}

function macMounts(): Mount[] {
  const lines = execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 3000 }).split('\n')
  return lines.flatMap((line) => {
    const match = / on (.+) \(([^,)]+)/.exec(line)
    return match ? [{ point: match[1] ?? '', type: match[2] ?? '' }] : []
  })
}
