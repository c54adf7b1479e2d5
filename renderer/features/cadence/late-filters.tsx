import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Tier, tiers } from '@shared/features/customers/customers.enums'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './late.module.css'
import type { LateFilter } from './use-late'

/** Tiers with how many are late of each, and whose customers, where one sees those of others. */
export function LateFilters({
  filter,
  onChange,
}: {
  filter: LateFilter
  onChange: (filter: LateFilter) => void
}) {
  const { t } = useTranslation('cadence')
  const format = useFormat()
  const { data } = useRouteQuery(
    'cadence.counts',
    { ownerId: filter.ownerId },
    { keepPrevious: true },
  )
  const counted = (word: string, count: number | undefined) =>
    count === undefined ? word : `${word} ${format.count(count)}`
  const owners = data?.byOwner ?? []
  return (
    <div className={styles.filters}>
      <Segmented<Tier | 'all'>
        size="small"
        aria-label={t('filter.tier')}
        value={filter.tier ?? 'all'}
        onChange={(tier) => onChange({ ...filter, tier: tier === 'all' ? null : tier })}
        options={[
          { value: 'all', label: counted(t('filter.all'), data?.total) },
          ...tiers.map((tier) => ({
            value: tier,
            label: counted(t(`common:tier.${tier}`), data?.byTier[tier]),
          })),
        ]}
      />
      {(owners.length > 1 || filter.ownerId !== null) && (
        <Select<number>
          size="small"
          allowClear
          className={styles.owner ?? ''}
          aria-label={t('filter.owner')}
          placeholder={t('filter.owner')}
          value={filter.ownerId}
          onChange={(ownerId: number | undefined) =>
            onChange({ ...filter, ownerId: ownerId ?? null })
          }
          options={owners.map(({ ownerId, ownerName, total }) => ({
            value: ownerId,
            label: counted(ownerName, total),
          }))}
        />
      )}
    </div>
  )
}
