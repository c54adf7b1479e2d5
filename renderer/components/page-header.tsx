import styles from './page-header.module.css'

/** Head of a page, 52 px: title, count or remark in tertiary, actions at the right with one primary button at most. */
export function PageHeader({
  title,
  extra,
  actions,
}: {
  title: React.ReactNode
  extra?: React.ReactNode
  actions?: React.ReactNode
}) {
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {extra !== undefined && <span className={styles.extra}>{extra}</span>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
