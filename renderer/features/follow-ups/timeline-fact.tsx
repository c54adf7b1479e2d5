import {
  BadgeCheck,
  ChartNoAxesGantt,
  Headset,
  ListTodo,
  Merge,
  MousePointerClick,
  Paperclip,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react'
import { memo } from 'react'
import type { TimelineKind } from '@shared/features/timeline/timeline.schema'
import { useFormat } from '@renderer/lib/format'
import { type Fact, FactWords } from './fact-words'
import styles from './timeline.module.css'

const icons: Record<Exclude<TimelineKind, 'follow-up'>, LucideIcon> = {
  task: ListTodo,
  'service-case': Headset,
  behavior: MousePointerClick,
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
          <FactWords item={item} />
          <span className={styles.who}>{item.personName}</span>
        </header>
      </article>
    </>
  )
})
