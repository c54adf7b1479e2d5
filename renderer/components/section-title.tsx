import styles from './section-title.module.css'

/** Title of a section inside a page or panel, with its action at the right. */
export function SectionTitle({
  children,
  action,
}: {
  children: React.ReactNode
  action?: React.ReactNode
}) {
  return (
    <div className={styles.row}>
      <h2 className={styles.title}>{children}</h2>
      {action}
    </div>
  )
}
