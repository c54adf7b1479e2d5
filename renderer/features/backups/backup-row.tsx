import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import type { BackupDrill } from '@shared/features/backups/backup-drill.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './backup-table.module.css'
import type { ChainLines } from './chain-lines'
import { ChainMark } from './chain-mark'

export type BackupAction = 'verify' | 'restore' | 'takeBack'

const alone: ChainLines = { up: false, down: false, leaves: false, passes: false, arrives: false }

/** One backup of the list: when, of which kind, how large, how it was proven, and what one may do with it. */
export function BackupRow({
  backup,
  lines = alone,
  drill,
  actions,
  onAction,
}: {
  backup: BackupRecord
  lines: ChainLines | undefined
  /** The last rehearsal when it was of this one. */
  drill: BackupDrill | null
  actions: readonly BackupAction[]
  onAction: (action: BackupAction, backup: BackupRecord) => void
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const when = format.day(backup.startedAt)
  return (
    <tr>
      <td className={styles.markCell}>
        <ChainMark kind={backup.kind} lines={lines} />
      </td>
      <td className={styles.time} title={format.full(backup.startedAt)}>
        {when}
      </td>
      <td>{t(`kinds.${backup.kind}`)}</td>
      <td className={styles.number}>{format.bytes(backup.bytes)}</td>
      <td className={styles.number}>{format.count(backup.customers)}</td>
      <td className={styles.proofCell}>
        <Proof backup={backup} drill={drill} />
      </td>
      <td className={styles.actions}>
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            className={styles.link}
            aria-label={`${t(`list.${action}`)} ${when}`}
            onClick={() => onAction(action, backup)}
          >
            {t(`list.${action}`)}
          </button>
        ))}
      </td>
    </tr>
  )
}

/** What is known of it, the strongest first: a file is missing, it was rehearsed, or it was proven when it was written. */
function Proof({ backup, drill }: { backup: BackupRecord; drill: BackupDrill | null }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const { presence, chainComplete, provenAt } = backup
  const isRehearsed = drill !== null && drill.failure === null
  const tip = t('list.provenAt', { when: format.full(provenAt) })
  if ((presence === 'there' && !chainComplete) || (drill && drill.failure !== null))
    return (
      <span className={`${styles.proof} ${styles.doubt}`} title={tip}>
        <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
        {chainComplete
          ? t('list.drillFailed', { when: format.prose(drill?.at ?? 0) })
          : t('list.parentGone')}
      </span>
    )
  return (
    <span className={styles.proof} title={tip}>
      <ShieldCheck size={14} strokeWidth={1.6} aria-hidden />
      {isRehearsed ? t('list.rehearsed', { when: format.prose(drill.at) }) : t('list.proven')}
    </span>
  )
}
