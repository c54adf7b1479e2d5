import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '@renderer/lib/use-rights'
import styles from './activity.module.css'
import { ActivitySearch } from './activity-search'
import { Composer } from './composer'
import type { EntryCustomer } from './entry-customer'
import { NothingFound } from './nothing-found'
import { Timeline } from './timeline'
import { kindsOf, type TimelineFilter, timelineFilters } from './timeline-filter'
import { useTimeline } from './use-timeline'

/** The timeline of one customer, narrowed by kind and by words, and over it, for those who may write, the composer. */
export function Activity({
  customer,
  locked,
  onOpenFile,
}: {
  /** Whose the customer is decides who may write. */
  customer: EntryCustomer
  /** In the recycle bin, where nothing is written. */
  locked: boolean
  /** Shows a file that came with an entry. */
  onOpenFile: (fileId: number) => void
}) {
  const { t } = useTranslation('follow-ups')
  const { id, relation } = customer
  const [filter, setFilter] = useState<TimelineFilter>('all')
  const [text, setText] = useState('')
  const timeline = useTimeline(id, kindsOf(filter), text)
  const canWrite = useRights().may('follow-ups.write', relation) && !locked
  const latest = timeline.items?.find((item) => item.kind === 'follow-up')
  const isNarrowed = filter !== 'all' || text !== ''
  return (
    <div className={styles.activity}>
      {canWrite && <Composer customer={customer} latestType={latest?.entry.type ?? null} />}
      <div className={styles.filter}>
        <Segmented
          size="small"
          aria-label={t('filter.label')}
          value={filter}
          onChange={setFilter}
          options={timelineFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <ActivitySearch key={id} text={text} onSearch={setText} />
        <span className={styles.order}>{t('filter.order')}</span>
      </div>
      {isNarrowed && timeline.items?.length === 0 ? (
        <NothingFound
          text={text}
          onDrop={() => {
            setFilter('all')
            setText('')
          }}
        />
      ) : (
        <Timeline
          key={id}
          customer={customer}
          timeline={timeline}
          canWrite={canWrite}
          onOpenFile={onOpenFile}
        />
      )}
    </div>
  )
}
