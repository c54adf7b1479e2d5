import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MergeChoice } from '@shared/features/duplicates/merge.rules'
import styles from './merge-table.module.css'

/** One field of all customers; what is chosen is marked by its radio and by the ground it stands on. */
export function MergeRow({
  name,
  label,
  ids,
  texts,
  choice,
  joinable,
  locked,
  onChoose,
}: {
  name: string
  label: string
  ids: number[]
  texts: (string | null)[]
  choice: MergeChoice
  joinable: boolean
  locked: boolean
  onChoose: (choice: MergeChoice) => void
}) {
  const { t } = useTranslation('duplicates')
  return (
    <fieldset className={styles.row} aria-label={label}>
      <span className={styles.label}>
        {label}
        {joinable && (
          <label className={styles.all}>
            <Radio name={name} checked={choice === 'all'} onChange={() => onChoose('all')} />
            {t('merge.keepAll')}
          </label>
        )}
        {locked && <span className={styles.locked}>{t('merge.locked')}</span>}
      </span>
      {texts.map((text, at) => {
        const id = ids[at] ?? 0
        const isChosen = choice === id || (choice === 'all' && text !== null)
        return (
          <label key={id} className={styles.cell} data-chosen={isChosen || undefined}>
            <Radio
              name={name}
              checked={choice === id}
              disabled={locked}
              onChange={() => onChoose(id)}
            />
            {text === null ? (
              <span className={styles.none}>{t('merge.empty')}</span>
            ) : (
              <span data-private className={styles.text}>
                {text}
              </span>
            )}
          </label>
        )
      })}
    </fieldset>
  )
}
