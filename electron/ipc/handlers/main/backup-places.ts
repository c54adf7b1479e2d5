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

/** A folder as the place of a backup, remembered under a token. */
export async function targetAt(
  { grants, vault }: Pick<MainContext, 'grants' | 'vault'>,
  path: string,
): Promise<BackupTarget> {
  const token = grants.grant(path)
  return { token, ...(await describeTarget(path, vault.folder(), judgeFolder(path))) }
}
