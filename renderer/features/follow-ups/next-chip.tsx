import { Dropdown } from 'antd'
import { CalendarClock, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '@shared/core/dates'
import { type FollowUpType, followUpTypes } from '@shared/features/follow-ups/follow-ups.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './next-date-field.module.css'
import { TypeIcon } from './type-icon'

/** The chosen next step: how (a press offers the ways), when, how far away, and its cross; Backspace or Delete drops it too. */
export function NextChip({
  at,
  type,
  now,
  onType,
  onDrop,
}: {
  at: number
  type: FollowUpType | null
  now: number
  onType: (type: FollowUpType | null) => void
  onDrop: () => void
}) {
  const { t } = useTranslation(['follow-ups', 'common'])
  const format = useFormat()
  const days = daysBetween(now, at)
  const way = type ? t(`common:followUpType.${type}`) : t('composer.anyWay')
  return (
    <span
      className={styles.chosen}
      onKeyDown={(event) => {
        if (event.key !== 'Backspace' && event.key !== 'Delete') return
        event.preventDefault()
        onDrop()
      }}
    >
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [type ?? 'none'],
          items: [...followUpTypes, null].map((one) => ({
            key: one ?? 'none',
            label: one ? t(`common:followUpType.${one}`) : t('composer.anyWay'),
            onClick: () => onType(one),
          })),
        }}
      >
        <button type="button" className={styles.way} aria-label={t('composer.nextWay', { way })}>
          {type ? (
            <TypeIcon type={type} />
          ) : (
            <CalendarClock size={14} strokeWidth={1.6} aria-hidden />
          )}
          {format.planned(at)}
        </button>
      </Dropdown>
      <span className={styles.distance}>
        {days < 0 ? t('composer.daysAgo', { count: -days }) : t('composer.inDays', { count: days })}
      </span>
      <button
        type="button"
        className={styles.drop}
        aria-label={t('composer.dropNext')}
        onClick={onDrop}
      >
        <X size={13} strokeWidth={1.6} aria-hidden />
      </button>
    </span>
  )
}
