import { Select } from 'antd'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CustomerSelect } from '@renderer/components/customer-select'
import { FormField } from '@renderer/components/form-field'
import { useRouteQuery } from '@renderer/lib/client'
import styles from './task-drawer.module.css'
import type { TaskFormControl } from './task-form-control'

/** The customer that a task is about, found by typing, and whom of them. */
export function CustomerField({ form }: { form: TaskFormControl }) {
  const { t } = useTranslation('tasks')
  const { control, setValue } = form
  const customerId = useWatch({ control, name: 'customerId' }) ?? null
  const contactId = useWatch({ control, name: 'contactId' }) ?? null
  const isChosen = customerId !== null
  const people = useRouteQuery(
    'contacts.list',
    { customerId: customerId ?? 1 },
    { enabled: isChosen },
  )
  const contacts = isChosen ? (people.data?.contacts ?? []) : []
  return (
    <div className={styles.pair}>
      <FormField label={t('field.customer')}>
        {(props) => (
          <CustomerSelect
            {...props}
            allowClear
            value={customerId}
            onChange={(next) => {
              setValue('customerId', next)
              setValue('contactId', null)
            }}
          />
        )}
      </FormField>
      {contacts.length > 0 && (
        <FormField label={t('field.contact')}>
          {(props) => (
            <div data-private>
              <Select<number>
                {...props}
                className={styles.wide ?? ''}
                allowClear
                placeholder={t('form.anybody')}
                value={contactId}
                options={contacts.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(next: number | undefined) => setValue('contactId', next ?? null)}
              />
            </div>
          )}
        </FormField>
      )}
    </div>
  )
}
