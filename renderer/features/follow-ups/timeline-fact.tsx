import {
  BadgeCheck,
  ChartNoAxesGantt,
  Merge,
  Paperclip,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineItem, TimelineKind } from '@shared/features/timeline/timeline.schema'
import { StageMark } from '@renderer/components/stage-mark'
import { useFormat } from '@renderer/lib/format'
import styles from './timeline.module.css'

type Fact = Exclude<TimelineItem, { kind: 'follow-up' }>

const icons: Record<Exclude<TimelineKind, 'follow-up'>, LucideIcon> = {
  stage: ChartNoAxesGantt,
  attachment: Paperclip,
  verification: BadgeCheck,
  merge: Merge,
  created: UserRoundPlus,
}

/** A small fact of the timeline in one line: what changed, and who did it. */
export const TimelineFact = memo(function TimelineFact({ item }: { item: Fact }) {
  const format = useFormat()
  const Icon = icons[item.kind]
  return (
    <>
      <time
        className={styles.day}
        dateTime={new Date(item.at).toISOString()}
        title={format.full(item.at)}
      >
        {format.dayInMonth(item.at)}
      </time>
      <span className={styles.mark}>
        <Icon size={13} strokeWidth={1.6} aria-hidden />
      </span>
      <article className={styles.fact}>
        <header className={styles.title}>
          <Words item={item} />
          <span className={styles.who}>{item.personName}</span>
        </header>
      </article>
    </>
  )
})

function Words({ item }: { item: Fact }) {
  const { t } = useTranslation('follow-ups')
  switch (item.kind) {
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
