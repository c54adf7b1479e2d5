import { Check, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedBackup } from '@shared/features/backups/restore.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './backup-table.module.css'
import { useBackupStore } from './backup-store'
import { KindMark } from './kind-mark'
import rowStyles from './restore-row.module.css'
import { useMoment } from './use-moment'

const icon = { size: 14, strokeWidth: 1.6, 'aria-hidden': true } as const
export type RestoreAction = 'restore' | 'verify'
const actions: readonly RestoreAction[] = ['verify', 'restore']

/** One backup of a place: what it is, whether it was ever proven, whether all that it needs is there. */
export function RestoreRow({
  backup,
  onAction,
}: {
  backup: ListedBackup
  onAction: (action: RestoreAction, backup: ListedBackup) => void
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const checkedAt = useBackupStore(({ checked }) => checked[backup.token])
  const { facts, bytes, fileName, folder } = backup
  const provenAt = checkedAt ?? backup.provenAt
  const when = useMoment()(facts.createdAt)
  const isWhole = facts.missing.length === 0
  return (
    <tr>
      <td className={styles.time} title={`${folder}\n${fileName}`}>
        {when}
      </td>
      <td>
        <span className={styles.kind}>
          <KindMark kind={facts.kind} />
          {t(`kinds.${facts.kind}`)}
        </span>
      </td>
      <td className={styles.number}>{format.bytes(bytes)}</td>
      <td className={styles.number}>{format.count(facts.customers)}</td>
      <td className={styles.proofCell}>
        {provenAt === null ? (
          <span className={rowStyles.quiet}>{t('found.unproven')}</span>
        ) : (
          <span
            className={styles.proof}
            title={t('list.provenAt', { when: format.full(provenAt) })}
          >
            <ShieldCheck {...icon} />
            {t('found.provenAt', { when: format.day(provenAt) })}
          </span>
        )}
      </td>
      <td className={rowStyles.chain} title={facts.missing.join('\n')}>
        {isWhole ? (
          <span className={rowStyles.whole}>
            <Check {...icon} />
            {t('found.whole')}
          </span>
        ) : (
          <span className={rowStyles.missing}>
            <TriangleAlert {...icon} />
            <span className={rowStyles.words}>
              {t('found.missing', { count: facts.missing.length, name: facts.missing[0] })}
            </span>
          </span>
        )}
      </td>
      <td className={styles.actions}>
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            className={styles.link}
            disabled={!isWhole}
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
