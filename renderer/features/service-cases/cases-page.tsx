import { Button, Segmented, Select } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CaseKind, caseKinds } from '@shared/features/service-cases/service-cases.enums'
import { type CaseState, caseStates } from '@shared/features/service-cases/service-cases.schema'
import { Kbd } from '@renderer/components/kbd'
import { PageHeader } from '@renderer/components/page-header'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { CaseDialog } from './case-dialog'
import { CaseFigures } from './case-figures'
import { CaseList } from './case-list'
import styles from './cases.module.css'

/** 服务: what customers asked, complained about, had repaired or praised, what waits at the top (R025, R080). */
export function CasesPage({ onOpenCustomer }: { onOpenCustomer: (id: number) => void }) {
  const { t } = useTranslation('service-cases')
  const { allowed } = useRights()
  const [state, setState] = useState<CaseState>('open')
  const [kind, setKind] = useState<CaseKind | null>(null)
  const [handlerId, setHandler] = useState<number | null>(null)
  const [isNew, setNew] = useState(false)
  const { data } = useRouteQuery('service-cases.listHandlers', {})
  const canWrite = allowed('service-cases.write')
  useShortcut('a', () => setNew(true), { enabled: canWrite && !isNew })
  const isFiltered = kind !== null || handlerId !== null

  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        actions={
          canWrite && (
            <Button type="primary" onClick={() => setNew(true)}>
              <Plus size={16} strokeWidth={1.6} aria-hidden />
              {t('new')}
              <Kbd keys="a" />
            </Button>
          )
        }
      />
      <CaseFigures state={state} onState={setState} />
      <div className={styles.filters}>
        <Segmented<CaseState>
          size="small"
          aria-label={t('filter.state')}
          value={state}
          onChange={setState}
          options={caseStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <Select<CaseKind>
          size="small"
          allowClear
          className={styles.filter ?? ''}
          aria-label={t('field.kind')}
          placeholder={t('filter.kind')}
          value={kind}
          onChange={(next: CaseKind | undefined) => setKind(next ?? null)}
          options={caseKinds.map((value) => ({ value, label: t(`common:caseKind.${value}`) }))}
        />
        <Select<number>
          size="small"
          allowClear
          className={styles.filter ?? ''}
          aria-label={t('field.handler')}
          placeholder={t('filter.handler')}
          value={handlerId}
          onChange={(next: number | undefined) => setHandler(next ?? null)}
          options={(data?.handlers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <CaseList
        key={`${state} ${kind} ${handlerId}`}
        filter={{ state, kind, handlerId }}
        onOpenCustomer={onOpenCustomer}
        empty={
          isFiltered
            ? {
                text: t('emptyFiltered'),
                action: t('filter.drop'),
                onAction: () => {
                  setKind(null)
                  setHandler(null)
                },
              }
            : {
                text: t(`empty.${state}`),
                ...(canWrite ? { action: t('new') } : {}),
                onAction: () => setNew(true),
              }
        }
      />
      {isNew && <CaseDialog onClose={() => setNew(false)} />}
    </div>
  )
}
