import { useTranslation } from 'react-i18next'
import { daysBetween } from '@shared/core/dates'
import type { TimelineItem } from '@shared/features/timeline/timeline.schema'
import { StageMark } from '@renderer/components/stage-mark'
import { useFormat } from '@renderer/lib/format'
import styles from './timeline.module.css'

export type Fact = Exclude<TimelineItem, { kind: 'follow-up' }>

/** What a fact of the timeline says: its kind, then its words, which are hidden in privacy mode. */
export function FactWords({ item }: { item: Fact }) {
  const { t } = useTranslation('follow-ups')
  switch (item.kind) {
    case 'task':
      return <TaskWords item={item} />
    case 'service-case':
      return <CaseWords item={item} />
    case 'behavior':
      return (
        <Told
          title={[t(`behavior.${item.behavior}`), item.channel].filter(Boolean).join(' · ')}
          words={[item.subject, item.note].filter(Boolean).join(' · ')}
        />
      )
    case 'stage':
      return (
        <>
          <span className={styles.type}>{t('fact.stage')}</span>
          <span className={styles.stages}>
            <StageMark stage={item.from} />
            <span aria-hidden>→</span>
            <StageMark stage={item.to} />
          </span>
          {item.reason && (
            <span data-private className={styles.words}>
              {item.reason}
            </span>
          )}
        </>
      )
    case 'attachment':
      return <Told title={t('fact.attachment')} words={item.fileName} />
    case 'verification':
      return (
        <Told
          title={t('fact.verification', {
            field: t(`verified.${item.field}`),
            method: t(`method.${item.method}`),
          })}
          words={item.note}
        />
      )
    case 'merge':
      return <Told title={t('fact.merge', { code: item.code })} words={item.name} />
    case 'created':
      return (
        <span className={styles.type}>
          {item.source === null
            ? t('fact.created')
            : t('fact.createdFrom', { source: item.source })}
        </span>
      )
  }
}

function TaskWords({ item }: { item: Extract<Fact, { kind: 'task' }> }) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const isOpen = item.status === 'open' || item.status === 'waiting'
  const due = isOpen && item.dueAt !== null ? format.due(item.dueAt) : null
  return (
    <>
      <Told title={t('fact.task')} words={item.title} />
      <span className={due?.tone === 'overdue' ? styles.overdueMark : styles.mild}>
        {due ? due.text : t(`taskStatus.${item.status}`)}
      </span>
    </>
  )
}

function CaseWords({ item }: { item: Extract<Fact, { kind: 'service-case' }> }) {
  const { t } = useTranslation('follow-ups')
  return (
    <>
      <Told
        title={t(`caseKind.${item.caseKind}`)}
        words={[item.subject, item.result].filter(Boolean).join(' → ')}
      />
      <span className={styles.mild}>
        {item.resolvedAt === null
          ? t(`caseStatus.${item.status}`)
          : t('fact.resolvedIn', { count: daysBetween(item.at, item.resolvedAt) })}
        {item.satisfaction !== null && ` · ${t('fact.satisfaction', { score: item.satisfaction })}`}
      </span>
    </>
  )
}

function Told({ title, words }: { title: string; words: string | null }) {
  return (
    <>
      <span className={styles.type}>{title}</span>
      {words && (
        <span data-private className={styles.words}>
          {words}
        </span>
      )}
    </>
  )
}
