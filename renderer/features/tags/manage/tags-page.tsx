import { Button, Input } from 'antd'
import { Plus, Search } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { standardSets } from '@shared/features/tags/standard-sets'
import type { TagWithCount } from '@shared/features/tags/tags.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { PageHeader } from '@renderer/components/page-header'
import { TagChip } from '@renderer/components/tag-chip'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { CreateDialog } from './create-dialog'
import { MergeDialog } from './merge-dialog'
import { RuleDialog } from './rule-dialog'
import { groupTags } from './tag-groups'
import { TagRow } from './tag-row'
import styles from './tags-page.module.css'
import { useManaging } from './use-managing'

type Open =
  | { kind: 'create' }
  | { kind: 'rule'; id: number }
  | { kind: 'merge'; ids: number[]; survivorId: number | null }

/** 标签: every tag by type with how many wear it; those who manage them rename, colour, merge and give them rules (R014, R033, R040). */
export function TagsPage({ onShow }: { onShow: (tagId: number) => void }) {
  const { t } = useTranslation(['tags', 'common'])
  const { allowed } = useRights()
  const canManage = allowed('tags.manage')
  const { data, error, refetch } = useRouteQuery('tags.list', {}, { keepPrevious: true })
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [open, setOpen] = useState<Open | null>(null)
  const offerMerge = useCallback(
    (ids: number[], survivorId: number) => setOpen({ kind: 'merge', ids, survivorId }),
    [],
  )
  const manage = useManaging(offerMerge)
  const close = () => setOpen(null)

  const all = data?.tags ?? []
  const atWork = all.filter(({ archivedAt }) => archivedAt === null)
  const archived = all.filter(({ archivedAt }) => archivedAt !== null)
  const chosen = atWork.filter(({ id }) => selected.has(id))
  const sections = groupTags(atWork, text)
  const clear = () => setSelected(new Set())
  const select = (id: number, isOn: boolean) => {
    const next = new Set(selected)
    if (isOn) next.add(id)
    else next.delete(id)
    setSelected(next)
  }
  const rowOf = (tag: TagWithCount) => (
    <TagRow
      key={tag.id}
      tag={tag}
      selected={selected.has(tag.id)}
      onSelect={canManage ? (isOn) => select(tag.id, isOn) : null}
      actions={{
        update: (change) => manage.update(tag, change),
        show: () => onShow(tag.id),
        setRule: () => setOpen({ kind: 'rule', id: tag.id }),
        archive: () => void manage.archive(tag),
        remove: () => void manage.remove([tag]),
      }}
    />
  )
  const rule = open?.kind === 'rule' ? all.find(({ id }) => id === open.id) : undefined
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        {...(data ? { extra: t('total', { count: atWork.length }) } : {})}
        actions={
          canManage && (
            <Button type="primary" onClick={() => setOpen({ kind: 'create' })}>
              <Plus size={16} strokeWidth={1.6} aria-hidden />
              {t('new')}
            </Button>
          )
        }
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && all.length === 0 && (
        <EmptyState
          text={t(canManage ? 'emptyOffer' : 'empty')}
          actions={
            canManage &&
            standardSets.map((set) => (
              <Button key={set} onClick={() => void manage.insertSet(set)}>
                {t(`sets.${set}`)}
              </Button>
            ))
          }
        />
      )}
      {all.length > 0 && (
        <>
          <div className={styles.tools} data-region>
            <Input
              allowClear
              size="small"
              className={styles.search ?? ''}
              prefix={<Search size={14} strokeWidth={1.6} aria-hidden />}
              placeholder={t('search')}
              aria-label={t('search')}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            {chosen.length > 0 && (
              <div
                className={styles.bar}
                role="group"
                aria-label={t('chosen', { count: chosen.length })}
              >
                <span>{t('chosen', { count: chosen.length })}</span>
                <Button
                  size="small"
                  disabled={chosen.length < 2}
                  onClick={() =>
                    setOpen({ kind: 'merge', ids: chosen.map(({ id }) => id), survivorId: null })
                  }
                >
                  {t('mergeChosen')}
                </Button>
                <Button
                  size="small"
                  danger
                  onClick={() =>
                    void manage.remove(chosen).then((done) => {
                      if (done) clear()
                    })
                  }
                >
                  {t('delete')}
                </Button>
                <Button size="small" type="text" onClick={clear}>
                  {t('common:cancel')}
                </Button>
              </div>
            )}
          </div>
          <div className={styles.content} data-region tabIndex={-1}>
            {sections.length === 0 && <EmptyState flush text={t('notFound')} />}
            {sections.map(({ type, total, groups }) => (
              <section
                key={type}
                className={styles.section}
                aria-label={t(`common:tagType.${type}`)}
              >
                <h2 className={styles.heading}>
                  {t(`common:tagType.${type}`)} <span className={styles.total}>{total}</span>
                </h2>
                {groups.map(({ subgroup, tags }) => (
                  <div key={subgroup ?? 'other'}>
                    {type === 'need' && (groups.length > 1 || subgroup !== null) && (
                      <h3 className={styles.subgroup}>{t(`subgroups.${subgroup ?? 'other'}`)}</h3>
                    )}
                    <ul className={styles.list}>{tags.map(rowOf)}</ul>
                  </div>
                ))}
              </section>
            ))}
            {archived.length > 0 && (
              <details className={styles.archived}>
                <summary>{t('archivedCount', { count: archived.length })}</summary>
                <ul className={styles.list}>
                  {archived.map((tag) => (
                    <li key={tag.id} className={styles.row}>
                      <span className={styles.chip}>
                        <TagChip type={tag.type} name={tag.name} color={tag.color} />
                      </span>
                      <span className={styles.rule}>{t('wearers', { count: tag.customers })}</span>
                      {canManage && (
                        <Button size="small" onClick={() => void manage.unarchive(tag)}>
                          {t('unarchive')}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </>
      )}
      {open?.kind === 'create' && <CreateDialog onClose={close} />}
      {rule && <RuleDialog tag={rule} onClose={close} />}
      {open?.kind === 'merge' && (
        <MergeDialog
          tags={all.filter(({ id }) => open.ids.includes(id))}
          survivorId={open.survivorId}
          onDone={() => {
            clear()
            close()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
