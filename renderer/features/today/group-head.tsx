import { CalendarDays, CalendarRange, CircleAlert, Hourglass, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayGroup } from '@shared/features/today/today.enums'
import type { ItemRef } from '@shared/features/today/today.schema'
import { useFormat } from '@renderer/lib/format'
import { dropTarget } from './drag'
import styles from './group-head.module.css'

const icons: Record<TodayGroup, LucideIcon> = {
  overdue: CircleAlert,
  today: CalendarDays,
  week: CalendarRange,
  waiting: Hourglass,
}

/** Head of a group: its name, how many, and what can be done with all of it. Takes rows that are dragged to its day. */
export function GroupHead({
  group,
  count,
  action,
  onDrop,
}: {
  group: TodayGroup
  count: number
  action?: { label: string; isStrong: boolean; onClick: () => void } | null
  /** Null for a group that is no day. */
  onDrop: ((ref: ItemRef) => void) | null
}) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const [isOver, setOver] = useState(false)
  const Icon = icons[group]
  return (
    <div
      className={`${styles.head} ${isOver ? styles.over : ''}`}
      data-group={group}
      {...(onDrop ? dropTarget(onDrop, setOver) : {})}
    >
      <h2 className={`${styles.title} ${group === 'overdue' ? styles.late : ''}`}>
        <Icon size={14} strokeWidth={1.6} aria-hidden className={styles.icon} />
        {t(`group.${group}`)}
        <span className={styles.count}>{format.count(count)}</span>
      </h2>
      {action && (
        <button
          type="button"
          className={`${styles.action} ${action.isStrong ? styles.strong : ''}`}
          onClick={action.onClick}
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
