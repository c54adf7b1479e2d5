import styles from './states.module.css'

/** One sentence and its actions, at the left where the first row would stand; `flush` where the place has its own padding. */
export function EmptyState({
  text,
  actions,
  flush = false,
}: {
  text: React.ReactNode
  actions?: React.ReactNode
  flush?: boolean
}) {
  return (
    <div className={flush ? styles.flush : styles.state}>
      <p className={styles.text}>{text}</p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
