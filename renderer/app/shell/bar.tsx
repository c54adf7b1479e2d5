import type { LucideIcon } from 'lucide-react'
import styles from './bar.module.css'

/** A line under the title bar, over all pages: says what is different about the book now, and how to end it. */
export function Bar({
  icon: Icon,
  text,
  children,
}: {
  icon: LucideIcon
  text: string
  /** Buttons. */
  children: React.ReactNode
}) {
  return (
    <div className={styles.bar} role="status">
      <Icon size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
      <span className={styles.text}>{text}</span>
      <span className={styles.actions}>{children}</span>
    </div>
  )
}
