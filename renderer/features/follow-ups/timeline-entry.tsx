import { Dropdown } from 'antd'
import { CornerDownRight, Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import { useFormat } from '@renderer/lib/format'
import { FileChips } from './file-chips'
import { isLongEntry } from './timeline-groups'
import styles from './timeline.module.css'
import { TypeIcon } from './type-icon'

export type EntryActions = {
  edit: (entry: FollowUpEntry) => void
  remove: (entry: FollowUpEntry) => void
}

/** One entry: its day in the margin, its mark on the line, its words boxed when they are long. */
export const TimelineEntry = memo(function TimelineEntry({
  entry,
  actions,
  onOpenFile,
}: {
  entry: FollowUpEntry
  /** null for those who only read. */
  actions: EntryActions | null
  onOpenFile: (fileId: number) => void
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const long = isLongEntry(entry)
  const type = t(`common:followUpType.${entry.type}`)
  const menu = actions && (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'edit', label: t('entry.edit'), onClick: () => actions.edit(entry) },
          {
            key: 'delete',
            label: t('entry.delete'),
            danger: true,
            onClick: () => actions.remove(entry),
          },
        ],
      }}
    >
      <button type="button" className={styles.more} aria-label={t('entry.more', { type })}>
        <Ellipsis size={14} strokeWidth={1.6} aria-hidden />
      </button>
    </Dropdown>
  )
  return (
    <>
      <time
        className={styles.day}
        dateTime={new Date(entry.occurredAt).toISOString()}
        title={format.full(entry.occurredAt)}
      >
        {format.dayInMonth(entry.occurredAt)}
      </time>
      <span className={styles.mark}>
        <TypeIcon type={entry.type} size={13} />
      </span>
      <article className={long ? styles.box : styles.fact}>
        <header className={styles.title}>
          <span className={styles.type}>
            {type}
            {entry.contact && (
              <>
                {' · '}
                <span data-private>{entry.contact.name}</span>
              </>
            )}
          </span>
          {entry.outcome && (
            <span className={styles.outcome}>{t(`common:followUpOutcome.${entry.outcome}`)}</span>
          )}
          {!long && (
            <span data-private className={styles.words}>
              {entry.content}
            </span>
          )}
          <span className={styles.who}>{entry.followerName}</span>
          {menu}
        </header>
        {long && (
          <p data-private className={styles.content}>
            {entry.content}
          </p>
        )}
        <FileChips files={entry.files} onOpen={onOpenFile} />
        <NextLine entry={entry} />
      </article>
    </>
  )
})

function NextLine({ entry }: { entry: FollowUpEntry }) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  if (entry.nextFollowAt === null) return null
  const late = format.due(entry.nextFollowAt).tone === 'overdue'
  const state = entry.nextDoneAt !== null ? 'done' : late ? 'overdue' : 'open'
  return (
    <p className={styles.next} title={format.full(entry.nextFollowAt)}>
      <CornerDownRight size={13} strokeWidth={1.6} aria-hidden />
      {t('entry.next', { when: format.prose(entry.nextFollowAt) })}
      {entry.nextType && <span>{t(`common:followUpType.${entry.nextType}`)}</span>}
      {entry.nextNote && (
        <span data-private className={styles.nextNote}>
          {entry.nextNote}
        </span>
      )}
      <span className={state === 'overdue' ? styles.overdue : styles.state}>
        {t(`entry.state.${state}`)}
      </span>
    </p>
  )
}
