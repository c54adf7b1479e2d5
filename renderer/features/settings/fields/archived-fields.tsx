import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import styles from './fields.module.css'

/** Fields that are put away, folded: what customers have in them is kept. */
export function ArchivedFields({
  fields,
  onRestore,
}: {
  fields: readonly CustomField[]
  onRestore: (field: CustomField) => void
}) {
  const { t } = useTranslation('custom-fields')
  return (
    <details className={styles.archived}>
      <summary>{t('archived', { count: fields.length })}</summary>
      <ul className={styles.plain}>
        {fields.map((field) => (
          <li key={field.id} className={styles.line}>
            <span className={styles.name}>{field.name}</span>
            <span className={styles.meta}>{t(`type.${field.type}`)}</span>
            <Button size="small" onClick={() => onRestore(field)}>
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
