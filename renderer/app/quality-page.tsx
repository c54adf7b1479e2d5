import { Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { QualityPart } from '@shared/features/quality/quality.enums'
import { PageHeader } from '@renderer/components/page-header'
import { ContactReveal } from '@renderer/features/customers/contact-reveal'
import { CustomerDrawer } from '@renderer/features/customers/form/customer-drawer'
import { changeFilter, emptyFilter } from '@renderer/features/customers/list/list-store'
import { DuplicateCount } from '@renderer/features/duplicates/duplicate-count'
import { DuplicatesTab } from '@renderer/features/duplicates/duplicates-tab'
import { QualityTab } from '@renderer/features/quality/quality-tab'
import { useIntentStore } from '@renderer/lib/intent-store'
import styles from './quality-page.module.css'

/** The field of the form that fills a missing part; an interaction is logged, not typed into the form. */
const fieldOfPart: Record<QualityPart, keyof CustomerFormValues | undefined> = {
  reach: 'phone',
  industry: 'industry',
  need: 'need',
  source: 'source',
  interaction: undefined,
}

/** 数据质量: what the profiles lack and how to set it right. */
export function QualityPage() {
  const { t } = useTranslation(['quality', 'duplicates'])
  const navigate = useNavigate()
  const { ask } = useIntentStore()
  const [editing, setEditing] = useState<{ id: number; part: QualityPart } | null>(null)
  const [tab, setTab] = useState('3c')
  const tabs = [
    {
      key: '3c',
      label: <>{t('tab.3c')}</>,
      content: (
        <QualityTab
          contact={({ id, phoneMasked, emailMasked }, field) => (
            <ContactReveal
              {...{ customerId: id, field }}
              masked={field === 'phone' ? phoneMasked : emailMasked}
            />
          )}
          actions={{
            fill: ({ id }, part) => setEditing({ id, part }),
            log: ({ id }) => {
              ask({ kind: 'write-follow-up', customerId: id })
              void navigate(`/customers/${id}`)
            },
            open: ({ id }) => void navigate(`/customers/${id}`),
          }}
          onDuplicates={() => setTab('duplicates')}
          onShow={(finding) => {
            changeFilter({ ...emptyFilter, quality: [finding] })
            void navigate('/customers')
          }}
        />
      ),
    },
    {
      key: 'duplicates',
      label: (
        <>
          {t('duplicates:tab')} <DuplicateCount className={styles.count} />
        </>
      ),
      content: <DuplicatesTab />,
    },
  ]
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} />
      <Tabs
        className={styles.tabs ?? ''}
        activeKey={tab}
        onChange={setTab}
        items={tabs.map(({ key, label }) => ({ key, label }))}
      />
      {tabs.find(({ key }) => key === tab)?.content}
      {editing && (
        <CustomerDrawer
          id={editing.id}
          name=""
          focus={fieldOfPart[editing.part]}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
