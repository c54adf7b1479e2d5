import { Select } from 'antd'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'
import { useRouteQuery } from '@renderer/lib/client'
import styles from './task-drawer.module.css'
import type { TaskFormControl } from './task-form'

const shown = 8
type Option = { value: number; name: string; code: string }

/** The customer that a task is about, found by typing, and whom of them. */
export function CustomerField({ form }: { form: TaskFormControl }) {
  const { t } = useTranslation('tasks')
  const { control, setValue } = form
  const customerId = useWatch({ control, name: 'customerId' }) ?? null
  const contactId = useWatch({ control, name: 'contactId' }) ?? null
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const found = useRouteQuery(
    'customers.list',
    { filter: { text }, limit: shown },
    { enabled: isOpen, keepPrevious: true },
  )
  const isChosen = customerId !== null
  const chosen = useRouteQuery('customers.get', { id: customerId ?? 1 }, { enabled: isChosen })
  const people = useRouteQuery(
    'contacts.list',
    { customerId: customerId ?? 1 },
    { enabled: isChosen },
  )
  const options = (found.data?.rows ?? []).map(({ id, name, code }) => ({ value: id, name, code }))
  const contacts = isChosen ? (people.data?.contacts ?? []) : []
  return (
    <div className={styles.pair}>
      <FormField label={t('field.customer')}>
        {(props) => (
          <div data-private>
            <Select<number, Option>
              {...props}
              className={styles.wide ?? ''}
              showSearch={{ filterOption: false, onSearch: setText, optionFilterProp: 'name' }}
              allowClear
              popupMatchSelectWidth={320}
              placeholder={t('form.findCustomer')}
              notFoundContent={found.data ? t('form.noCustomer') : null}
              value={customerId}
              options={options}
              optionRender={({ data }) => (
                <span className={styles.option}>
                  {data.name}
                  <span className={styles.code}>{data.code}</span>
                </span>
              )}
              labelRender={({ value }) =>
                options.find((one) => one.value === value)?.name ?? chosen.data?.name ?? ''
              }
              onOpenChange={(open) => {
                setOpen(open)
                if (!open) setText('')
              }}
              onChange={(next: number | undefined) => {
                setValue('customerId', next ?? null)
                setValue('contactId', null)
              }}
            />
          </div>
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
