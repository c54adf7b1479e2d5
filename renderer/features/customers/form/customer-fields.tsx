import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CustomerRights } from '../customer-rights'
import { BasicSection } from './basic-section'
import { ContactSection } from './contact-section'
import styles from './customer-form.module.css'
import type { CustomerControl } from './form-fields'
import { listKindFields } from './form-values'
import { NeedSection } from './need-section'
import { OriginSection } from './origin-section'
import { PapersSection } from './papers-section'

const sections = ['basic', 'contact', 'need', 'origin', 'papers'] as const
type Section = (typeof sections)[number]

/**
 * The fields of a customer in their groups; which ones stand there depends on person or company (R023). Groups that one does
 * not see whole are left out; saving keeps them as they are (R084).
 */
export function CustomerFieldset({
  control,
  rights,
  customerId,
}: {
  control: CustomerControl
  rights: CustomerRights
  /** Whose form it is; null for a new customer. */
  customerId: number | null
}) {
  const { t } = useTranslation('customers')
  const prefix = useId()
  const values = useWatch({ control })
  const kind = values.kind ?? 'company'
  const shown = listKindFields({ ...values, kind })
  const common = {
    control,
    rights,
    kind,
    has: (name: (typeof shown)[number]) => shown.includes(name),
  }
  const idOf = (section: Section) => `${prefix}${section}`
  const present = sections.filter((section) => isPresent(section, rights))
  return (
    <>
      <nav className={styles.menu} aria-label={t('form.sections')}>
        {present.map((section) => (
          <button
            key={section}
            type="button"
            className={styles.menuItem}
            onClick={() => goTo(idOf(section))}
          >
            {t(`form.${section}`)}
          </button>
        ))}
      </nav>
      <BasicSection id={idOf('basic')} {...common} />
      {present.includes('contact') && <ContactSection id={idOf('contact')} {...common} />}
      <NeedSection id={idOf('need')} {...common} />
      <OriginSection id={idOf('origin')} {...common} customerId={customerId} />
      {present.includes('papers') && <PapersSection id={idOf('papers')} {...common} />}
    </>
  )
}

function isPresent(section: Section, rights: CustomerRights): boolean {
  if (section === 'contact') return rights.contact === 'full'
  if (section === 'papers') return rights.notes === 'full' || rights.idNumber === 'full'
  return true
}

/** Brings a section into view and its first field into focus. */
function goTo(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
}
