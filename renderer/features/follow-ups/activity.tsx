import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '@shared/core/permissions'
import { useRights } from '@renderer/lib/use-rights'
import styles from './activity.module.css'
import { Composer } from './composer'
import { Timeline } from './timeline'
import { kindsOf, type TimelineFilter, timelineFilters } from './timeline-filter'
import { useTimeline } from './use-timeline'

/** The timeline of one customer and over it, for those who may write, the composer. */
export function Activity({
  customerId,
  relation,
  locked,
}: {
  customerId: number
  /** Whose the customer is: it decides who may write. */
  relation: Relation
  /** In the recycle bin, where nothing is written. */
  locked: boolean
}) {
  const { t } = useTranslation('follow-ups')
  const [filter, setFilter] = useState<TimelineFilter>('all')
  const timeline = useTimeline(customerId, kindsOf(filter))
  const canWrite = useRights().may('follow-ups.write', relation) && !locked
  const latest = timeline.items?.find((item) => item.kind === 'follow-up')
  return (
    <div className={styles.activity}>
      {canWrite && <Composer customerId={customerId} latestType={latest?.entry.type ?? null} />}
      <div className={styles.filter}>
        <Segmented
          size="small"
          aria-label={t('filter.label')}
          value={filter}
          onChange={setFilter}
          options={timelineFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <span className={styles.order}>{t('filter.order')}</span>
      </div>
      <Timeline key={customerId} timeline={timeline} canWrite={canWrite} />
    </div>
  )
}
