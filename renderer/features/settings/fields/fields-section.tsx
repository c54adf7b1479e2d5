import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupFields } from '@shared/features/custom-fields/custom-fields.rules'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useRouteQuery } from '@renderer/lib/client'
import { SectionHead } from '../section-head'
import settings from '../settings.module.css'
import { ArchivedFields } from './archived-fields'
import { FieldPanel } from './field-panel'
import { FieldRow } from './field-row'
import styles from './fields.module.css'
import { useFieldCommands } from './use-field-commands'
import { useFieldDrag } from './use-field-drag'

/** The fields that this business makes for itself: their order, headings, choices and types (R073). */
export function FieldsSection({ title }: { title: string }) {
  const { t } = useTranslation('custom-fields')
  const { data, error, refetch } = useRouteQuery('custom-fields.list', {}, { keepPrevious: true })
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const all = data?.fields ?? []
  const active = all.filter(({ archivedAt }) => archivedAt === null)
  const archived = all.filter(({ archivedAt }) => archivedAt !== null)
  const groups = groupFields(active)
  const names = groups.flatMap(({ name }) => (name === null ? [] : [name]))
  const commands = useFieldCommands(active)
  const drag = useFieldDrag(commands.drop)
  const close = () => setOpen(null)

  return (
    <>
      <SectionHead
        title={title}
        action={
          <Button type="primary" disabled={open === 'new'} onClick={() => setOpen('new')}>
            <Plus size={16} strokeWidth={1.6} aria-hidden />
            {t('add')}
          </Button>
        }
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <p className={styles.intro}>{t('intro')}</p>
      {open === 'new' && <FieldPanel field={null} fields={all} groups={names} onClose={close} />}
      {data && active.length === 0 && open !== 'new' && <EmptyState flush text={t('empty')} />}
      {groups.map((group) => (
        <section key={group.name ?? ''} className={styles.group}>
          {(group.name !== null || groups.length > 1) && (
            <h3 className={styles.heading}>{group.name ?? t('noGroup')}</h3>
          )}
          <ul className={settings.list2} aria-label={group.name ?? t('noGroup')}>
            {group.fields.map((field) => (
              <FieldRow
                key={field.id}
                field={field}
                drag={drag.of(field.id)}
                open={open === field.id}
                onToggle={() => setOpen(open === field.id ? null : field.id)}
                onMove={(step) => void commands.move(field.id, step)}
                onArchive={() => void commands.archive(field)}
              >
                {open === field.id && (
                  <FieldPanel field={field} fields={all} groups={names} onClose={close} />
                )}
              </FieldRow>
            ))}
          </ul>
        </section>
      ))}
      {archived.length > 0 && (
        <ArchivedFields fields={archived} onRestore={(field) => void commands.unarchive(field)} />
      )}
    </>
  )
}
