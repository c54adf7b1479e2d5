import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import styles from './note.module.css'

const icons = { info: Info, warn: TriangleAlert, error: CircleAlert, ok: CircleCheck }

/** A remark on a tinted ground: icon and sentence. Errors are announced. */
export function Note({
  tone,
  children,
}: {
  tone: 'info' | 'warn' | 'error' | 'ok'
  children: React.ReactNode
}) {
  const Icon = icons[tone]
  return (
    <div
      className={styles.note}
      style={{ background: `var(--kb-note-${tone}-bg)` }}
      role={tone === 'error' ? 'alert' : 'note'}
    >
      <Icon
        size={16}
        strokeWidth={1.6}
        aria-hidden
        className={styles.icon}
        style={{ color: `var(--kb-note-${tone})` }}
      />
      <div className={styles.body}>{children}</div>
    </div>
  )
}
