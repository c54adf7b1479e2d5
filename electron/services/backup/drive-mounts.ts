/** A mounted file system that may be a drive somebody plugged in. */
export type Mount = { device: string; path: string; fileSystem: string; readOnly: boolean }

/** Where desktops mount what is plugged in. */
const pluggedIn = /^\/(run\/media|media)\/./
/** Images and optical discs: nothing that a backup could be written to. */
const unwritable = /^(squashfs|iso9660|udf|overlay|erofs)$/

/**
 * Drives among the lines of `/proc/self/mounts` (R094): those that a desktop mounted, and those whose block device `isPluggedIn`.
 * Of several mounts of one device the first counts.
 */
export function findLinuxDrives(mounts: string, isPluggedIn: (device: string) => boolean): Mount[] {
  const found = new Map<string, Mount>()
  for (const line of mounts.split('\n')) {
    const [device = '', point = '', fileSystem = '', options = ''] = line.split(' ')
    if (!device.startsWith('/dev/') || unwritable.test(fileSystem) || found.has(device)) continue
    const path = unescape(point)
    if (isSystem(path) || !(pluggedIn.test(path) || isPluggedIn(device))) continue
    found.set(device, { device, path, fileSystem, readOnly: isReadOnly(options) })
  }
  return [...found.values()]
}

/** Drives among the lines of `mount` on macOS: local volumes below `/Volumes`. */
export function findMacDrives(mounts: string): Mount[] {
  return mounts.split('\n').flatMap((line) => {
    const match = /^(\/dev\/\S+) on (\/Volumes\/.+) \(([^,)]+)(.*)\)$/.exec(line)
    if (!match) return []
    const [, device = '', path = '', fileSystem = '', options = ''] = match
    const flags = options.split(',').map((flag) => flag.trim())
    if (!flags.includes('local') || flags.includes('nobrowse')) return []
    return [{ device, path, fileSystem, readOnly: flags.includes('read-only') }]
  })
}

/** A stick that a computer runs from, or that its system lives on, is no place to pull out. */
function isSystem(path: string): boolean {
  return path === '/' || /^\/(boot|efi|usr|var|etc|home|snap|nix)(\/|$)/.test(path)
}

function isReadOnly(options: string): boolean {
  return options.split(',').includes('ro')
}

function unescape(text: string): string {
  return text.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
}
