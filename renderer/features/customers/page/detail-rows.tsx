import { useTranslation } from 'react-i18next'
import styles from './side-column.module.css'

/** Label and value of fields that hold something. */
export function DetailRows({ rows }: { rows: [field: string, value: React.ReactNode][] }) {
  const { t } = useTranslation('customers')
  const filled = rows.filter(([, value]) => Boolean(value))
  if (filled.length === 0) return null
  return (
    <dl className={styles.details}>
      {filled.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt>{t(`field.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
