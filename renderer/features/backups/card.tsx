import type { LucideIcon } from 'lucide-react'
import styles from './card.module.css'

/** A bordered part of the page with its icon and title. */
export function Card({
  icon: Icon,
  colour = 'var(--kb-accent)',
  title,
  badge,
  children,
}: {
  icon: LucideIcon
  colour?: string
  title: React.ReactNode
  badge?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <section className={styles.card} data-region>
      <div className={styles.head}>
        <Icon
          size={18}
          strokeWidth={1.6}
          aria-hidden
          className={styles.icon}
          style={{ color: colour }}
        />
        <h2 className={styles.title}>{title}</h2>
        {badge && <div className={styles.badge}>{badge}</div>}
      </div>
      {children}
    </section>
  )
}
