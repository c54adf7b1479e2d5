import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '@shared/contract'
import { fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import type { BackupRecord, BackupTarget } from '@shared/features/backups/backups.contract'
import { describeTarget } from '../../../services/backup/backup-target'
import { judgeFolder } from '../../../services/folder-verdict'
import type { MainContext } from '../../main-context'

/** The recorded backups of the open book, newest first. */
export async function listBackups({ data }: Pick<MainContext, 'data'>): Promise<BackupRecord[]> {
  const route = 'backups.list'
  const answer = JSON.parse(await data.call('request', { route, input: {} })) as Result<unknown>
  if (!answer.ok) throw fromErrorShape(answer.error)
  return contract[route].output.parse(answer.data).backups
}

/**
 * The folder of the newest backup that is there, or null. Its file must be there: the empty folder of a drive that is away lies on the
 * disk of the system.
 */
export function findLastPlace(
  [newest, ...older]: readonly BackupRecord[],
  exists: (path: string) => boolean = existsSync,
): string | null {
  if (!newest) return null
  const { folder } = newest
  // Somebody may have taken the newest one away by hand; the place is the same.
  const here = [newest, ...older.filter((backup) => backup.folder === folder)]
  return here.some(({ fileName }) => exists(join(folder, fileName))) ? folder : null
}

/** A folder as the place of a backup, remembered under a token. */
export async function targetAt(
  { data, grants, vault }: Pick<MainContext, 'data' | 'grants' | 'vault'>,
  path: string,
): Promise<BackupTarget> {
  const token = grants.grant(path)
  const records = await listBackups({ data })
  return { token, ...(await describeTarget(path, vault.folder(), judgeFolder(path), records)) }
}
