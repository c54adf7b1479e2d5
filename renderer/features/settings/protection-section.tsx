import { Check, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SectionTitle } from '@renderer/components/section-title'
import { SectionHead } from './section-head'
import styles from './settings.module.css'

const protectedFacts = ['file', 'idCard', 'backup', 'offline', 'import'] as const
const openFacts = ['unlocked', 'screen', 'memory', 'roles', 'lost', 'disk'] as const

/** What the program protects and what it cannot, in plain words. */
export function ProtectionSection({ title }: { title: string }) {
  const { t } = useTranslation('settings')
  return (
    <>
      <SectionHead title={title} />
      <SectionTitle>{t('protection.protected.title')}</SectionTitle>
      <ul className={styles.list2}>
        {protectedFacts.map((fact) => (
          <li key={fact} className={styles.fact}>
            <Check size={16} strokeWidth={1.6} aria-hidden className={styles.yes} />
            {t(`protection.protected.${fact}`)}
          </li>
        ))}
      </ul>
      <SectionTitle>{t('protection.open.title')}</SectionTitle>
      <ul className={styles.list2}>
        {openFacts.map((fact) => (
          <li key={fact} className={styles.fact}>
            <TriangleAlert size={16} strokeWidth={1.6} aria-hidden className={styles.no} />
            {t(`protection.open.${fact}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
