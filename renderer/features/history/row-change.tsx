import { useTranslation } from 'react-i18next'
import type { FieldChange, RowChange as Change } from '@shared/features/history/history.schema'
import styles from './history.module.css'
import { useValueWords } from './use-value-words'

/** What one command did to one row of a customer: which row, and each field from what to what. */
export function RowChange({ change }: { change: Change }) {
  const { t } = useTranslation('history')
  const words = useValueWords()
  const { table, operation, about, fields } = change
  return (
    <li className={styles.row}>
      {table !== 'customer' && (
        <p className={styles.rowTitle}>
          {t(`operation.${operation}`, { what: t(`table.${table}`) })}
          {about && <span data-private> {words(about.form, about.value)}</span>}
        </p>
      )}
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map((field) => (
            <div key={field.field} className={styles.field}>
              <dt>{t(`field.${table}.${field.field}`, { defaultValue: field.field })}</dt>
              <dd>
                <FromTo change={field} isWhole={operation !== 'update'} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

/** Of a row that came or went the one value that there is. */
function FromTo({
  change: { form, before, after, hidden },
  isWhole,
}: {
  change: FieldChange
  isWhole: boolean
}) {
  const { t } = useTranslation('history')
  const words = useValueWords()
  if (hidden) return <span className={styles.hidden}>{t('value.hidden')}</span>
  if (isWhole) return <span data-private>{words(form, after ?? before)}</span>
  return (
    <>
      <del className={styles.before} data-private>
        {words(form, before)}
      </del>
      <span className={styles.arrow} aria-label={t('value.to')} role="img">
        →
      </span>
      <ins className={styles.after} data-private>
        {words(form, after)}
      </ins>
    </>
  )
}
