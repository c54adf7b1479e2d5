import { useTranslation } from 'react-i18next'
import { NavLink, useParams } from 'react-router'
import { AboutSection } from './about-section'
import { GeneralSection } from './general-section'
import { ProtectionSection } from './protection-section'
import styles from './settings.module.css'

const sections = {
  general: GeneralSection,
  protection: ProtectionSection,
  about: AboutSection,
} as const
type SectionId = keyof typeof sections

const ids: readonly SectionId[] = ['general', 'protection', 'about']

/** Settings: a menu of sections at the left, the chosen one beside it. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { section } = useParams()
  const current = ids.find((id) => id === section) ?? 'general'
  const Section = sections[current]
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
        <h2 className={styles.heading}>{t(`${current}.title`)}</h2>
        <Section />
      </div>
    </div>
  )
}
