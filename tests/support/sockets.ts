import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Process ids of a process and all its descendants (Linux). */
export function processTree(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
        return [{ pid: Number(name), parent }]
      } catch {
        return []
      }
    })
  const tree = [root]
  for (const pid of tree)
    tree.push(...parents.filter(({ parent }) => parent === pid).map((entry) => entry.pid))
  return tree
}

/** Remote or local addresses outside this machine that the processes hold internet sockets for, as `table:local>remote` (Linux). */
export function outsideSockets(pids: number[]): string[] {
  const inodes = new Set(pids.flatMap(socketInodes))
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    readFileSync(`/proc/self/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => inodes.has(cells[9] ?? ''))
      .filter((cells) => !isLoopback(cells[1] ?? ''))
      .map((cells) => `${table}:${cells[1]}>${cells[2]}`),
  )
}

function socketInodes(pid: number): string[] {
  return descriptorsOf(pid).flatMap((fd) => {
    const match = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))
    return match?.[1] ? [match[1]] : []
  })
}

/** A process that ended since the tree was read holds none; any other that cannot be looked into fails the look. */
function descriptorsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`)
  } catch (error) {
    if (hasEnded(pid)) return []
    throw error
  }
}

function hasEnded(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return /^ [ZX] /.test(stat.slice(stat.lastIndexOf(')') + 1))
  } catch {
    return true
  }
}

/** A descriptor may be closed between listing and reading, such as the one of the listing itself. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** 127.0.0.0/8 and ::1 as the kernel writes them. */
function isLoopback(address: string): boolean {
  const host = address.split(':')[0] ?? ''
  return (
    /^[0-9A-F]{6}7F$/.test(host) ||
    host === '00000000000000000000000001000000' ||
    /^0{16}FFFF0000[0-9A-F]{6}7F$/.test(host)
  )
}
