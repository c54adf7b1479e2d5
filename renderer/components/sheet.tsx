import styles from './sheet.module.css'

/** The one white sheet on the paper that carries a page. It fills its place; regions inside it scroll, not the sheet. */
export function Sheet({ children, label }: { children: React.ReactNode; label?: string }) {
  return (
    <main className={styles.sheet} aria-label={label}>
      {children}
    </main>
  )
}
