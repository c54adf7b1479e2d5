import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HeaderCopy, HeaderCopySource } from '@shared/features/vault/vault.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './problem-page.module.css'

/** Whole copies of the header that are at hand, newest first: where each lies, from when it is, and the button to use it. */
export function HeaderCopies({
  copies,
  busy,
  onUse,
}: {
  copies: readonly HeaderCopy[]
  /** What is being tried just now. */
  busy: string | null
  onUse: (source: HeaderCopySource) => void
}) {
  const { t } = useTranslation('vault')
  const format = useFormat()
  return (
    <section className={styles.copies} aria-label={t('copies.title')}>
      <h2 className={styles.copiesTitle}>{t('copies.title')}</h2>
      <ul className={styles.copyList}>
        {copies.map(({ source, savedAt }, index) => (
          <li key={source} className={styles.copy}>
            <span className={styles.place}>{t(`copies.place.${source}`)}</span>
            <span className={styles.when} title={format.full(savedAt)}>
              {t('copies.savedAt', { when: format.day(savedAt) })}
            </span>
            <Button
              type={index === 0 ? 'primary' : 'default'}
              loading={busy === source}
              onClick={() => onUse(source)}
            >
              {t(`copies.use.${source}`)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
