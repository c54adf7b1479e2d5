import styles from './settings.module.css'

/** Head of a section: its name, and at the right its one action. */
export function SectionHead({ title, action }: { title: string; action?: React.ReactNode }) {
  return (
    <div className={styles.head}>
      <h2 className={styles.heading}>{title}</h2>
      {action}
    </div>
  )
}
