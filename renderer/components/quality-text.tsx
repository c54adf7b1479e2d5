import { useTranslation } from 'react-i18next'
import { markOf } from '@shared/features/quality/quality.rules'
import type { Quality } from '@shared/features/quality/quality.schema'
import { useQualityWords } from '@renderer/lib/quality-words'
import { QualityRing } from './quality-ring'
import styles from './quality-text.module.css'

/** The ring with 「完整 及时 准确」, or with what is missing in words. */
export function QualityText({ quality, wrap = false }: { quality: Quality; wrap?: boolean }) {
  const { t } = useTranslation('quality')
  const words = useQualityWords()(quality)
  const text = words.length === 0 ? t('allGood') : words.join(' · ')
  return (
    <span className={wrap ? `${styles.line} ${styles.wrap}` : styles.line} title={text}>
      <QualityRing mark={markOf(quality)} />
      <span className={styles.text}>{text}</span>
    </span>
  )
}
