import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CustomerFilter } from '@shared/features/customers/customers.contract'
import { EmptyState } from '@renderer/components/empty-state'
import { useRouteQuery } from '@renderer/lib/client'
import { useCustomFields } from '@renderer/lib/custom-fields'
import { coverText, usePrivacy } from '@renderer/lib/privacy'
import { useOwners } from '../owner/use-owners'
import { changeFilter, emptyFilter, isNarrowed, useListStore } from './list-store'
import type { useListRights } from './use-list-rights'

/** Why the list is empty and the way on, as far as one's role has it: no customers at all, none archived, none in the bin or the pool, or none that meet the conditions. */
export function ListEmpty({
  rights,
  onCreate,
}: {
  rights: ReturnType<typeof useListRights>
  onCreate: () => void
}) {
  const { t } = useTranslation('customers')
  const navigate = useNavigate()
  const filter = useListStore((state) => state.filter)
  const conditions = useConditionWords(filter, rights.rows.readTags)

  if (isNarrowed(filter))
    return (
      <EmptyState
        text={t('list.nothing', { conditions })}
        actions={
          <Button onClick={() => changeFilter({ ...emptyFilter, ...placeOf(filter) })}>
            {t('list.dropAll')}
          </Button>
        }
      />
    )
  if (filter.pool) return <EmptyState text={t('list.emptyPool')} />
  if (filter.archived || filter.bin)
    return (
      <EmptyState
        text={t(filter.bin ? 'list.emptyBin' : 'list.emptyArchived')}
        actions={
          <Button onClick={() => changeFilter({ archived: false, bin: false })}>
            {t('list.leaveArchive')}
          </Button>
        }
      />
    )
  if (!rights.create) return <EmptyState text={t('list.emptyForNow')} />
  return (
    <EmptyState
      text={t(rights.import ? 'list.empty' : 'list.emptyNoImport', { key: 'C' })}
      actions={
        <>
          {rights.import && (
            <Button onClick={() => void navigate('/import')}>{t('list.import')}</Button>
          )}
          <Button onClick={onCreate}>{t('new')}</Button>
        </>
      }
    />
  )
}

/** Archive, bin and pool are places, not conditions: dropping all conditions stays there. */
function placeOf({ archived, bin, pool }: CustomerFilter): Partial<CustomerFilter> {
  return { archived, bin, pool }
}

/** The conditions in words: 「阶段 成交、复购」 */
function useConditionWords(filter: CustomerFilter, readTags: boolean): string {
  const { t } = useTranslation(['customers', 'common', 'quality'])
  const covered = usePrivacy()
  const { data } = useRouteQuery('tags.list', {}, { enabled: readTags })
  const { owners } = useOwners()
  const customFields = useCustomFields()
  const list = (words: string[]) => words.join(t('list.and'))
  const named = (label: string, words: string[]) =>
    words.length > 0 && `${t(`list.${label}`)} ${list(words)}`
  const namesOf = (ids: number[], all: readonly { id: number; name: string }[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const text = filter.text.trim()
  const parts = [
    text && t('list.quoted', { text: covered ? coverText(text) : text }),
    named(
      'stage',
      filter.stages.map((stage) => t(`common:stage.${stage}`)),
    ),
    named(
      'tier',
      filter.tiers.map((tier) => t(`common:tier.${tier}`)),
    ),
    filter.quality.length > 0 &&
      `${t('quality:filter')} ${list(filter.quality.map((finding) => t(`quality:finding.${finding}`)))}`,
    named('tag', namesOf(filter.tagIds, data?.tags ?? [])),
    named('owner', namesOf(filter.ownerIds, owners)),
    ...namesOf(
      filter.custom.map(({ fieldId }) => fieldId),
      customFields,
    ),
  ]
  return parts.filter(Boolean).join(' · ')
}
