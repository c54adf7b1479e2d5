import { SectionTitle } from '@renderer/components/section-title'
import styles from './customer-form.module.css'

/** A titled group of fields, a landmark of its own; the menu of the form leads here. */
export function FormSection({
  id,
  title,
  children,
}: {
  id: string
  title: string
  children: React.ReactNode
}) {
  return (
    <section id={id} className={styles.section} aria-label={title}>
      <div className={styles.wide}>
        <SectionTitle>{title}</SectionTitle>
      </div>
      {children}
    </section>
  )
}
