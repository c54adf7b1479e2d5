import type { LucideIcon } from 'lucide-react'
import styles from './flag.module.css'

/** Something computed that asks to be looked at: a small label with its icon and the numbers that say so (UI section 4). */
export function Flag({
  icon: Icon,
  text,
  title,
}: {
  icon: LucideIcon
  text: string
  title: string
}) {
  return (
    <span className={styles.flag} title={title}>
      <Icon size={14} strokeWidth={1.6} className={styles.icon} aria-hidden />
      {text}
    </span>
  )
}
