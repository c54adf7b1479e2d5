import { Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { PageHeader } from '@renderer/components/page-header'
import { LateFilters } from '@renderer/features/cadence/late-filters'
import { LateList } from '@renderer/features/cadence/late-list'
import type { LateFilter } from '@renderer/features/cadence/use-late'
import { DeadlineList } from '@renderer/features/deadlines/deadline-list'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useIntentStore } from '@renderer/lib/intent-store'
import styles from './late-page.module.css'

/** 回访: who should have been visited and has nothing planned, and whose profile has to be brought up to date (R057, R065). */
export function LatePage() {
  const { t } = useTranslation(['cadence', 'deadlines'])
  const format = useFormat()
  const navigate = useNavigate()
  const { ask } = useIntentStore()
  const [params, setParams] = useSearchParams()
  const tab = params.get('tab') === 'deadlines' ? 'deadlines' : 'late'
  const [filter, setFilter] = useState<LateFilter>({ tier: null, ownerId: null })
  const { data: late } = useRouteQuery('cadence.counts', {}, { keepPrevious: true })
  const { data: clocks } = useRouteQuery('deadlines.counts', {}, { keepPrevious: true })
  const open = (id: number) => void navigate(`/customers/${id}`)
  const titled = (word: string, count: number | undefined) => (
    <>
      {word} {count !== undefined && <span className={styles.count}>{format.count(count)}</span>}
    </>
  )
  return (
    <div className={styles.page}>
      <PageHeader title={t('cadence:title')} />
      <Tabs
        className={styles.tabs ?? ''}
        activeKey={tab}
        onChange={(key) => setParams({ tab: key }, { replace: true })}
        items={[
          { key: 'late', label: titled(t('cadence:tab'), late?.total) },
          { key: 'deadlines', label: titled(t('deadlines:tab'), clocks?.open) },
        ]}
      />
      {tab === 'late' && <LateFilters filter={filter} onChange={setFilter} />}
      <div className={styles.body} data-region tabIndex={-1}>
        {tab === 'late' ? (
          <LateList
            key={`${filter.tier} ${filter.ownerId}`}
            filter={filter}
            onOpen={({ id }) => open(id)}
            onLog={({ id }) => {
              ask({ kind: 'write-follow-up', customerId: id })
              open(id)
            }}
          />
        ) : (
          <DeadlineList ownerId={null} onOpen={open} />
        )}
      </div>
    </div>
  )
}
