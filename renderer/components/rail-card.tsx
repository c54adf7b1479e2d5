import type { LucideIcon } from 'lucide-react'
import styles from './rail-card.module.css'

/** A card beside a list: icon and title, a remark at the right, and a few lines. */
export function RailCard({
  icon: Icon,
  title,
  note,
  children,
}: {
  icon?: LucideIcon
  title: string
  note?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        {Icon && <Icon size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />}
        <h2 className={styles.title}>{title}</h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      {children}
    </section>
  )
}
