import { execFile } from 'node:child_process'
import type { EjectResult } from '@shared/features/backups/backups.contract'
import type { Drive } from './drives'

/** Writing out what the system still holds back for a slow stick may take a while, in ms. */
const ejectMs = 120_000

type Tool = { file: string; args: string[] }
/** Runs one tool without a shell. */
type Run = (tool: Tool) => Promise<'done' | 'refused' | 'no-tool'>

/**
 * Asks the system to let go of a drive, so that it can be pulled out. `by-hand` where no tool for it is there (always on Windows);
 * `refused` when the system did not let go, mostly because some program has a file of it open.
 */
export async function ejectDrive(
  drive: Pick<Drive, 'device' | 'path'>,
  platform: NodeJS.Platform = process.platform,
  run: Run = runTool,
): Promise<EjectResult> {
  let result: EjectResult = 'by-hand'
  for (const tool of toolsFor(drive, platform)) {
    const answer = await run(tool)
    if (answer === 'done') return 'ejected'
    if (answer === 'refused') result = 'refused'
  }
  return result
}

function toolsFor({ device, path }: Pick<Drive, 'device' | 'path'>, platform: string): Tool[] {
  if (platform === 'darwin') return [{ file: '/usr/sbin/diskutil', args: ['eject', path] }]
  if (platform !== 'linux') return []
  return [
    { file: 'udisksctl', args: ['unmount', '--no-user-interaction', '-b', device] },
    { file: 'gio', args: ['mount', '-u', path] },
  ]
}

const runTool: Run = ({ file, args }) =>
  new Promise((resolve) => {
    execFile(file, args, { timeout: ejectMs }, (error) => {
      if (!error) resolve('done')
      else resolve(error.code === 'ENOENT' ? 'no-tool' : 'refused')
    })
  })
