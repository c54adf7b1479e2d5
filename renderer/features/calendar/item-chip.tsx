import { Popover } from 'antd'
import { Cake, CalendarClock, Circle, CircleCheck, Repeat } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import { usePrivacy } from '@renderer/lib/privacy'
import styles from './item-chip.module.css'
import { ItemCard } from './item-card'
import { isLate, keyOf, lineOf, timeOf } from './item-words'
import type { CalendarActions } from './calendar-actions'
import type { Drag } from './use-move'

const icons = { 'next-step': CalendarClock, birthday: Cake } as const

/** One thing of a day in one line: its mark, its time, what it is; a click opens what there is to know of it. */
export function ItemChip({
  item,
  date,
  reachable,
  drag,
  actions,
}: {
  item: CalendarItem
  date: string
  /** Whether Tab comes to it: only on the chosen day, else there are hundreds of stops. */
  reachable: boolean
  drag: Drag
  actions: CalendarActions
}) {
  const { t } = useTranslation(['calendar', 'common'])
  const covered = usePrivacy()
  const [open, setOpen] = useState(false)
  const { kind, done, ghost } = item
  const late = isLate(item, date, systemClock())
  const time = timeOf(item)
  const line = lineOf(item, t)
  const Icon = ghost ? Repeat : kind === 'task' ? (done ? CircleCheck : Circle) : icons[kind]
  const states = [late && t('late'), done && t('done'), ghost && t('ghost')].filter(Boolean)
  const classes = [styles.chip, late && styles.late, done && styles.done, ghost && styles.ghost]
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      placement="rightTop"
      content={<ItemCard {...{ item, date, actions }} late={late} onClose={() => setOpen(false)} />}
    >
      <button
        type="button"
        className={classes.filter(Boolean).join(' ')}
        data-item={keyOf(item, date)}
        tabIndex={reachable ? 0 : -1}
        title={covered ? undefined : line}
        aria-label={[t(`kind.${kind}`), time, line, ...states].filter(Boolean).join(' ')}
        {...drag.of(item, date)}
      >
        <Icon size={13} strokeWidth={1.6} aria-hidden className={styles.icon} />
        {time !== null && <span className={styles.time}>{time}</span>}
        <span data-private className={styles.text}>
          {line}
        </span>
      </button>
    </Popover>
  )
}
