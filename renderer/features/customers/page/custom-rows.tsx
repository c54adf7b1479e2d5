import { useTranslation } from 'react-i18next'
import { groupFields } from '@shared/features/custom-fields/custom-fields.rules'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { SectionTitle } from '@renderer/components/section-title'
import { useCustomFields, useCustomWords } from '@renderer/lib/custom-fields'
import styles from './profile-tab.module.css'

/**
 * What the customer has in fields of one's own, under their headings (R073). A link is text to select and copy: the program opens
 * no address.
 */
export function CustomRows({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('custom-fields')
  const fields = useCustomFields()
  const words = useCustomWords()
  const values = new Map(detail.custom.map(({ fieldId, value }) => [fieldId, value]))
  const groups = groupFields(fields.filter(({ id }) => values.has(id)))
  return groups.map((group) => (
    <section key={group.name ?? ''} className={styles.group}>
      <SectionTitle>{group.name ?? t('others')}</SectionTitle>
      <dl className={styles.rows}>
        {group.fields.map((field) => (
          <div key={field.id} className={styles.row}>
            <dt>{field.name}</dt>
            <dd>
              <span data-private>{words(field, values.get(field.id) ?? '')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
