import { listCompleteChains } from './backup-files.rules'
import type { BackupRecord } from './backups.contract'

type Recorded = Pick<BackupRecord, 'uid' | 'parentUid' | 'folder' | 'fileName'>
type Seen = Pick<BackupRecord, 'chainComplete' | 'presence'>

/**
 * Which of the recorded backups are there now and could be restored, by uid. A folder that holds none of them is a drive that is away,
 * or the empty folder that it is mounted on.
 * @param names of the files in each folder that could be read
 */
export function judgePresence(
  backups: readonly Recorded[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Seen> {
  const isThere = ({ folder, fileName }: Recorded) => names.get(folder)?.has(fileName) === true
  const used = new Set(backups.filter(isThere).map(({ folder }) => folder))
  const complete = listCompleteChains([...backups], names)
  return new Map(
    backups.map((backup) => {
      const elsewhere = used.has(backup.folder) ? ('gone' as const) : ('away' as const)
      const presence = isThere(backup) ? ('there' as const) : elsewhere
      return [backup.uid, { presence, chainComplete: complete.has(backup.uid) }]
    }),
  )
}
