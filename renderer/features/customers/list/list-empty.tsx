import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CustomerFilter } from '@shared/features/customers/customers.contract'
import { EmptyState } from '@renderer/components/empty-state'
import { useRouteQuery } from '@renderer/lib/client'
import { changeFilter, emptyFilter, isNarrowed, useListStore } from './list-store'

/** Why the list is empty and the way on: no customers at all, none archived, or none that meet the conditions. */
export function ListEmpty({ onCreate }: { onCreate: () => void }) {
  const { t } = useTranslation('customers')
  const navigate = useNavigate()
  const filter = useListStore((state) => state.filter)
  const conditions = useConditionWords(filter)

  if (isNarrowed(filter))
    return (
      <EmptyState
        text={t('list.nothing', { conditions })}
        actions={
          <Button onClick={() => changeFilter({ ...emptyFilter, archived: filter.archived })}>
            {t('list.dropAll')}
          </Button>
        }
      />
    )
  if (filter.archived)
    return (
      <EmptyState
        text={t('list.emptyArchived')}
        actions={
          <Button onClick={() => changeFilter({ archived: false })}>
            {t('list.leaveArchive')}
          </Button>
        }
      />
    )
  return (
    <EmptyState
      text={t('list.empty', { key: 'C' })}
      actions={
        <>
          <Button onClick={() => void navigate('/import')}>{t('list.import')}</Button>
          <Button onClick={onCreate}>{t('new')}</Button>
        </>
      }
    />
  )
}

/** The conditions in words: 「阶段 成交、复购」 */
function useConditionWords(filter: CustomerFilter): string {
  const { t } = useTranslation(['customers', 'common'])
  const { data } = useRouteQuery('tags.list', {})
  const list = (words: string[]) => words.join(t('list.and'))
  const tags = (data?.tags ?? []).filter(({ id }) => filter.tagIds.includes(id))
  const parts = [
    filter.text.trim() && t('list.quoted', { text: filter.text.trim() }),
    filter.stages.length > 0 &&
      `${t('list.stage')} ${list(filter.stages.map((stage) => t(`common:stage.${stage}`)))}`,
    filter.tiers.length > 0 &&
      `${t('list.tier')} ${list(filter.tiers.map((tier) => t(`common:tier.${tier}`)))}`,
    tags.length > 0 && `${t('list.tag')} ${list(tags.map(({ name }) => name))}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
