import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AutomationRule } from '@shared/features/automation/automation.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { SectionHead } from '../section-head'
import styles from './automation.module.css'
import { RulePanel } from './rule-panel'
import { RuleRow } from './rule-row'
import { RunsList } from './runs-list'

/** 自动化: rules that do by themselves what somebody would do anyway, and what they did (R073). */
export function AutomationSection({ title }: { title: string }) {
  const { t } = useTranslation('automation')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const { data, error, refetch } = useRouteQuery('automation.list', {}, { keepPrevious: true })
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const rules = data?.rules ?? []
  const close = () => setOpen(null)
  const attempt = async (work: () => Promise<unknown>, words: string) => {
    try {
      await work()
      undoToast(words)
    } catch (reason) {
      errorToast(reason)
    }
  }
  const enable = ({ id, name }: AutomationRule, enabled: boolean) =>
    attempt(
      () => request('automation.setEnabled', { id, enabled }),
      t(enabled ? 'toast.on' : 'toast.off', { name }),
    )
  const remove = ({ id, name }: AutomationRule) =>
    attempt(() => request('automation.delete', { id }), t('toast.deleted', { name }))
  return (
    <>
      <SectionHead
        title={title}
        action={
          <Button type="primary" disabled={open === 'new'} onClick={() => setOpen('new')}>
            <Plus size={16} strokeWidth={1.6} aria-hidden />
            {t('add')}
          </Button>
        }
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <p className={styles.intro}>{t('intro')}</p>
      {open === 'new' && <RulePanel rule={null} onClose={close} />}
      {data && rules.length === 0 && open !== 'new' && <EmptyState flush text={t('empty')} />}
      {rules.length > 0 && (
        <ul className={styles.list} aria-label={title}>
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              open={open === rule.id}
              onToggle={() => setOpen(open === rule.id ? null : rule.id)}
              onEnable={(enabled) => void enable(rule, enabled)}
              onDelete={() => void remove(rule)}
            >
              {open === rule.id && <RulePanel rule={rule} onClose={close} />}
            </RuleRow>
          ))}
        </ul>
      )}
      <RunsList />
    </>
  )
}
