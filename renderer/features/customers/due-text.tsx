import { useFormat } from '@renderer/lib/format'
import styles from '@renderer/components/due.module.css'

/** When the next step is due: overdue in words and red, today in text colour, later in secondary, none as a dash. */
export function DueText({ at }: { at: number | null }) {
  const format = useFormat()
  if (at === null) return <span className={styles.none}>—</span>
  const due = format.due(at)
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.full(at)}
      className={styles[due.tone]}
    >
      {due.text}
    </time>
  )
}

/** A past moment as a day, with the whole date in its tooltip; none as a dash. */
export function DayText({ at }: { at: number | null }) {
  const format = useFormat()
  if (at === null) return <span className={styles.none}>—</span>
  return (
    <time dateTime={new Date(at).toISOString()} title={format.full(at)} className={styles.later}>
      {format.day(at)}
    </time>
  )
}
