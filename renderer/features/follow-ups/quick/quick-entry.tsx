import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '@shared/features/customers/customers.schema'
import { Avatar } from '@renderer/components/avatar'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { NewEntry } from '../new-entry'
import { CustomerPick } from './customer-pick'
import styles from './quick-entry.module.css'
import { closeQuickEntry, openQuickEntry, useQuickStore } from './quick-store'

/** A follow-up from anywhere (R013): `N` where no customer is at hand and Ctrl Shift N everywhere; customer, then the entry. */
export function QuickEntry() {
  const isAllowed = useRights().allowed('follow-ups.write')
  const isOpen = useQuickStore((state) => state.isOpen)
  useShortcut(['n', 'mod+shift+n'], openQuickEntry, { enabled: isAllowed })
  return isOpen && isAllowed ? <QuickDialog /> : null
}

function QuickDialog() {
  const { t } = useTranslation('follow-ups')
  const [customer, setCustomer] = useState<CustomerRow | null>(null)
  return (
    <Modal
      open
      title={t('quick.title')}
      footer={null}
      width={640}
      style={{ top: 96 }}
      keyboard={false}
      mask={{ closable: false }}
      onCancel={closeQuickEntry}
    >
      {customer ? (
        <div className={styles.entry}>
          <button
            type="button"
            className={styles.chosen}
            aria-label={t('quick.other')}
            title={t('quick.other')}
            onClick={() => setCustomer(null)}
          >
            <Avatar
              name={customer.name}
              size={24}
              shape={customer.kind === 'company' ? 'square' : 'circle'}
              isPrivate
            />
            <span data-private className={styles.name}>
              {customer.name}
            </span>
            <span className={styles.change}>{t('quick.change')}</span>
          </button>
          <EntryOf customer={customer} />
        </div>
      ) : (
        <CustomerPick onPick={setCustomer} onClose={closeQuickEntry} />
      )}
    </Modal>
  )
}

/** The form, once it is known how one was in touch last. */
function EntryOf({ customer }: { customer: CustomerRow }) {
  const { id, name, relation } = customer
  const { data, error } = useRouteQuery('follow-ups.list', { customerId: id, limit: 1 })
  if (!data && !error) return null
  return (
    <NewEntry
      customer={{ id, name, relation }}
      latestType={data?.entries[0]?.type ?? null}
      onClose={closeQuickEntry}
    />
  )
}
