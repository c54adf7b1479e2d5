import styles from './step-frame.module.css'

/** The parts that the steps share: content, side, and the footer bar with what will happen and the buttons. */
export function StepFrame({
  children,
  side,
  remark,
  actions,
}: {
  children: React.ReactNode
  side?: React.ReactNode
  remark: string[]
  actions: React.ReactNode
}) {
  const words = remark.filter((text) => text !== '').join(' · ')
  return (
    <>
      <div className={styles.body}>
        <div className={styles.main} data-region>
          {children}
        </div>
        {side !== undefined && (
          <aside className={styles.side} data-region>
            {side}
          </aside>
        )}
      </div>
      <footer className={styles.footer}>
        <span className={styles.remark} title={words}>
          {words}
        </span>
        <span className={styles.actions}>{actions}</span>
      </footer>
    </>
  )
}
