import { SectionTitle } from '@renderer/components/section-title'
import settings from '../settings.module.css'
import styles from './security.module.css'

/** One matter of the section: its name, how it stands, what follows from it, and what can be done. */
export function CareCard({
  title,
  label,
  state,
  note,
  children,
}: {
  title: string
  label: string
  /** How it stands, in a few words. */
  state?: React.ReactNode
  note?: React.ReactNode
  /** The buttons. */
  children?: React.ReactNode
}) {
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <div className={settings.rows}>
        <div className={`${settings.row} ${styles.row}`} role="group" aria-label={label}>
          <span className={settings.label}>{label}</span>
          <div className={styles.value}>
            {state !== undefined && <p className={styles.state}>{state}</p>}
            {note !== undefined && <p className={styles.note}>{note}</p>}
            {children !== undefined && <div className={styles.buttons}>{children}</div>}
          </div>
        </div>
      </div>
    </section>
  )
}
