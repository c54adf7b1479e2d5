import { Check, LifeBuoy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from './card'
import styles from './target-card.module.css'

/** What a backup is good for on the day it is needed. */
export function AdviceCard() {
  const { t } = useTranslation('backups')
  const facts = [t('advice.open'), t('advice.anywhere'), t('advice.kept')]
  return (
    <Card icon={LifeBuoy} title={t('advice.title')}>
      {facts.map((fact) => (
        <div key={fact} className={`${styles.line} ${styles.ok}`}>
          <Check size={14} strokeWidth={1.6} aria-hidden />
          {fact}
        </div>
      ))}
    </Card>
  )
}
