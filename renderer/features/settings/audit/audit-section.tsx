import { Button } from 'antd'
import { Download, ShieldCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { SectionHead } from '../section-head'
import { customerIn, everything, toFilter, type AuditChoice } from './audit-choice.rules'
import { AuditList } from './audit-list'
import styles from './audit-section.module.css'
import { FilterRow } from './filter-row'
import { VerdictNote } from './verdict-note'

/** Who did what when (R087): a list that can be filtered, checked for tampering and exported. For the owner. */
export function AuditSection({ title }: { title: string }) {
  const { t, i18n } = useTranslation('audit')
  const format = useFormat()
  const toast = useToast()
  const errorToast = useErrorToast()
  const [params, setParams] = useSearchParams()
  const [choice, setChoice] = useState<AuditChoice>(everything)
  const verify = useRouteCommand('audit.verify')
  const save = useRouteCommand('audit.export')
  const customerId = customerIn(params)
  const filter = useMemo(() => toFilter(choice, customerId), [choice, customerId])
  const dropCustomer = () => setParams({}, { replace: true })

  async function exportLines(): Promise<void> {
    const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
    try {
      const saved = await save.mutateAsync({ filter, language })
      if (saved) toast(t('exported', { count: saved.lines, shown: format.count(saved.lines) }))
    } catch (error) {
      errorToast(error)
    }
  }

  const actions = (
    <div className={styles.actions}>
      <Button
        icon={<ShieldCheck size={16} strokeWidth={1.6} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate({}, { onError: errorToast })}
      >
        {t('verify')}
      </Button>
      <Button
        icon={<Download size={16} strokeWidth={1.6} aria-hidden />}
        loading={save.isPending}
        onClick={() => void exportLines()}
      >
        {t('export')}
      </Button>
    </div>
  )

  return (
    <div className={styles.section}>
      <SectionHead title={title} action={actions} />
      <div className={styles.verdict} role="status">
        {verify.isPending && <p className={styles.checking}>{t('verifying')}</p>}
        {verify.data && !verify.isPending && (
          <VerdictNote verdict={verify.data} onClose={verify.reset} />
        )}
      </div>
      <FilterRow
        choice={choice}
        onChange={(change) => setChoice((before) => ({ ...before, ...change }))}
        customerId={customerId}
        onDropCustomer={dropCustomer}
      />
      <AuditList
        filter={filter}
        onClear={() => {
          setChoice(everything)
          dropCustomer()
        }}
      />
    </div>
  )
}
