import styles from './ledger-pane.module.css'

/** The page of a ledger at the left: double rule, and column lines where nothing but the name stands on it. */
export function LedgerPane({
  lines = false,
  narrow = false,
  children,
  foot,
}: {
  lines?: boolean
  narrow?: boolean
  children: React.ReactNode
  foot?: React.ReactNode
}) {
  return (
    <aside className={narrow ? `${styles.pane} ${styles.narrow}` : styles.pane}>
      <div className={styles.outer}>
        <div className={lines ? `${styles.inner} ${styles.lines}` : styles.inner}>{children}</div>
      </div>
      {foot}
    </aside>
  )
}
