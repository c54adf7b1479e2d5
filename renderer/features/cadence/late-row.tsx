import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LateCustomer } from '@shared/features/cadence/cadence.schema'
import { PrivateText } from '@renderer/components/private-text'
import { TierMark } from '@renderer/components/tier-mark'
import { useFormat } from '@renderer/lib/format'
import styles from './late.module.css'

/** One customer: since when nobody spoke to them, and by how much that is too long. */
export function LateRow({
  customer,
  onOpen,
  onLog,
}: {
  customer: LateCustomer
  onOpen: () => void
  onLog?: () => void
}) {
  const { t } = useTranslation('cadence')
  const format = useFormat()
  const { name, tier, ownerName, lastInteractionAt, dueOn, daysLate } = customer
  return (
    <>
      <div className={styles.who}>
        <button type="button" className={styles.name} onClick={onOpen}>
          <PrivateText text={name} />
        </button>
        <span className={styles.under}>
          {lastInteractionAt === null
            ? t('neverMet')
            : t('lastMet', { when: format.ago(lastInteractionAt) })}
          {' · '}
          {ownerName}
        </span>
      </div>
      <span className={styles.tier}>
        <TierMark tier={tier} />
      </span>
      <span className={styles.late} title={t('dueOn', { date: format.isoDate(dueOn) })}>
        {t('common:date.overdue', { count: daysLate })}
      </span>
      {onLog && (
        <Button size="small" onClick={onLog}>
          {t('log')}
        </Button>
      )}
    </>
  )
}
