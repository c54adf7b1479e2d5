import { useTranslation } from 'react-i18next'
import { NavLink, useParams } from 'react-router'
import { useRights } from '@renderer/lib/use-rights'
import { AboutSection } from './about-section'
import { AuditSection } from './audit/audit-section'
import { CadenceSection } from './cadence/cadence-section'
import { AutomationSection } from './automation/automation-section'
import { FieldsSection } from './fields/fields-section'
import { GeneralSection } from './general-section'
import { HolidaysSection } from './holidays/holidays-section'
import { OwnershipSection } from './ownership/ownership-section'
import { PhrasesSection } from './phrases/phrases-section'
import { ProtectionSection } from './protection-section'
import { QualitySection } from './quality/quality-section'
import { SecuritySection } from './security/security-section'
import styles from './settings.module.css'
import { UsersSection } from './users/users-section'

const sections = {
  general: { Section: GeneralSection, permission: 'self' },
  users: { Section: UsersSection, permission: 'users.manage' },
  ownership: { Section: OwnershipSection, permission: 'users.manage' },
  fields: { Section: FieldsSection, permission: 'fields.manage' },
  holidays: { Section: HolidaysSection, permission: 'self' },
  phrases: { Section: PhrasesSection, permission: 'follow-ups.read' },
  automation: { Section: AutomationSection, permission: 'automation.manage' },
  quality: { Section: QualitySection, permission: 'users.manage' },
  cadence: { Section: CadenceSection, permission: 'users.manage' },
  security: { Section: SecuritySection, permission: 'self' },
  audit: { Section: AuditSection, permission: 'audit.read' },
  protection: { Section: ProtectionSection, permission: 'self' },
  about: { Section: AboutSection, permission: 'self' },
} as const
type SectionId = keyof typeof sections

/** Settings: a menu of the sections that one's role may use at the left, the chosen one beside it. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { section } = useParams()
  const rights = useRights()
  const ids = (Object.keys(sections) as SectionId[]).filter((id) =>
    rights.allowed(sections[id].permission),
  )
  const current = ids.find((id) => id === section) ?? 'general'
  const { Section } = sections[current]
  return (
    <div className={styles.page}>
      <div className={styles.menu} data-region>
        <h1 className={styles.title}>{t('title')}</h1>
        <ul className={styles.list}>
          {ids.map((id) => (
            <li key={id}>
              <NavLink
                to={`/settings/${id}`}
                className={id === current ? `${styles.entry} ${styles.current}` : styles.entry}
                aria-current={id === current ? 'page' : undefined}
              >
                {t(`${id}.title`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.content} data-region>
        <Section title={t(`${current}.title`)} />
      </div>
    </div>
  )
}
