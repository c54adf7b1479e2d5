import { Input, type InputRef } from 'antd'
import { Download, Search } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { qualityFindings } from '@shared/features/quality/quality.enums'
import { stages, tiers } from '@shared/features/customers/customers.enums'
import { StageMark } from '@renderer/components/stage-mark'
import { IconButton } from '@renderer/components/icon-button'
import { TagChip } from '@renderer/components/tag-chip'
import { TierMark } from '@renderer/components/tier-mark'
import { Kbd } from '@renderer/components/kbd'
import { useRouteQuery } from '@renderer/lib/client'
import { ColumnChooser } from './column-chooser'
import { CustomFilterMenu } from './custom-filter'
import { FilterDropdown } from './filter-dropdown'
import styles from './filter-row.module.css'
import { useOwners } from '../owner/use-owners'
import type { CustomerRights } from '../customer-rights'
import { changeFilter, useListStore } from './list-store'
import { PlaceMenu } from './place-menu'
import { SortMenu } from './sort-menu'
import { useTextFilter } from './use-text-filter'

/** Conditions of the list: words, stage, tier, tag, owner, place; and how it is sorted. */
export function FilterRow({
  searchRef,
  rights,
  onExport,
}: {
  searchRef: Ref<InputRef>
  /** What may be done with the rows of the list. */
  rights: CustomerRights
  /** Puts all that the conditions let through into a file; null where there is nothing to put, or one is being written. */
  onExport: (() => void) | null
}) {
  const { t } = useTranslation(['customers', 'common', 'quality'])
  const filter = useListStore((state) => state.filter)
  const { readTags, transfer } = rights
  const { data } = useRouteQuery('tags.list', {}, { enabled: readTags })
  const tagsAtHand = (data?.tags ?? []).filter(
    ({ id, archivedAt }) => archivedAt === null || filter.tagIds.includes(id),
  )
  const { owners } = useOwners()
  const text = useTextFilter()

  return (
    <div
      className={styles.row}
      role="search"
      aria-label={t('list.filters')}
      data-region
      tabIndex={-1}
    >
      <Input
        {...text}
        ref={searchRef}
        className={styles.search}
        size="small"
        allowClear
        prefix={<Search size={14} strokeWidth={1.6} aria-hidden />}
        suffix={text.value === '' ? <Kbd keys="/" /> : null}
        placeholder={t('list.search')}
        aria-label={t('list.search')}
      />
      <FilterDropdown
        name={t('list.stage')}
        chosen={filter.stages}
        onChange={(chosen) => changeFilter({ stages: chosen })}
        options={stages.map((stage) => ({
          value: stage,
          text: t(`common:stage.${stage}`),
          label: <StageMark stage={stage} />,
        }))}
      />
      <FilterDropdown
        name={t('list.tier')}
        chosen={filter.tiers}
        onChange={(chosen) => changeFilter({ tiers: chosen })}
        options={tiers.map((tier) => ({
          value: tier,
          text: t(`common:tier.${tier}`),
          label: <TierMark tier={tier} />,
        }))}
      />
      <FilterDropdown
        name={t('quality:filter')}
        chosen={filter.quality}
        onChange={(chosen) => changeFilter({ quality: chosen })}
        options={qualityFindings.map((finding) => ({
          value: finding,
          text: t(`quality:finding.${finding}`),
          label: t(`quality:finding.${finding}`),
        }))}
      />
      {readTags && (
        <FilterDropdown
          name={t('list.tag')}
          chosen={filter.tagIds}
          onChange={(chosen) => changeFilter({ tagIds: chosen })}
          search={t('list.tagSearch')}
          empty={t('list.noTags')}
          options={tagsAtHand.map((tag) => ({
            value: tag.id,
            text: tag.name,
            label: <TagChip type={tag.type} name={tag.name} color={tag.color} />,
          }))}
        />
      )}
      {transfer && !filter.pool && (
        <FilterDropdown
          name={t('list.owner')}
          chosen={filter.ownerIds}
          onChange={(chosen) => changeFilter({ ownerIds: chosen })}
          search={t('list.ownerSearch')}
          empty={t('list.noOwners')}
          options={owners.map(({ id, name }) => ({ value: id, text: name, label: name }))}
        />
      )}
      {!filter.pool && <PlaceMenu />}
      <div className={styles.tools}>
        {rights.notes === 'full' && (
          <>
            <CustomFilterMenu />
            <ColumnChooser />
          </>
        )}
        {rights.export && (
          <IconButton
            icon={Download}
            label={t('export.all')}
            disabled={onExport === null}
            onClick={() => onExport?.()}
          />
        )}
        <SortMenu />
      </div>
    </div>
  )
}
