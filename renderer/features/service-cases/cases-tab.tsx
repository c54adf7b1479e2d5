import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseDialog } from './case-dialog'
import { CaseList } from './case-list'
import styles from './cases.module.css'

/** The cases of one customer, the newest first. */
export function CasesTab({ customerId, canWrite }: { customerId: number; canWrite: boolean }) {
  const { t } = useTranslation('service-cases')
  const [isNew, setNew] = useState(false)
  return (
    <div className={styles.tab}>
      {canWrite && (
        <div className={styles.bar}>
          <Button onClick={() => setNew(true)}>
            <Plus size={16} strokeWidth={1.6} aria-hidden />
            {t('new')}
          </Button>
        </div>
      )}
      <CaseList
        filter={{ state: 'all', customerId }}
        locked={!canWrite}
        empty={{ text: t('emptyOfCustomer'), onAction: () => setNew(true) }}
      />
      {isNew && <CaseDialog customerId={customerId} onClose={() => setNew(false)} />}
    </div>
  )
}
