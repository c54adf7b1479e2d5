import { useTranslation } from 'react-i18next'
import type { DuplicateLevel, DuplicateReason } from '@shared/features/duplicates/duplicates.enums'
import styles from './reasons-text.module.css'

/** How sure it is, and what speaks for it: 几乎肯定 · 同一电话、公司名只差写法. */
export function ReasonsText({
  level,
  reasons,
}: {
  level: DuplicateLevel
  reasons: readonly DuplicateReason[]
}) {
  const { t } = useTranslation('duplicates')
  const words = reasons.map((reason) => t(`reason.${reason}`))
  return (
    <span className={styles.reasons}>
      <strong className={styles.level}>{t(`level.${level}`)}</strong>
      {words.length > 0 && <span>{words.join(t('comma'))}</span>}
    </span>
  )
}
