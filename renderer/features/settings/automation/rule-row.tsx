import { Button, Switch } from 'antd'
import { Trash2, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AutomationRule } from '@shared/features/automation/automation.schema'
import { IconButton } from '@renderer/components/icon-button'
import { useFormat } from '@renderer/lib/format'
import styles from './automation.module.css'
import { useRuleWords } from './use-rule-words'

/** One rule: its sentence, whether it is on, what is wrong with it, how often it ran. */
export function RuleRow({
  rule,
  open,
  onToggle,
  onEnable,
  onDelete,
  children,
}: {
  rule: AutomationRule
  open: boolean
  onToggle: () => void
  onEnable: (enabled: boolean) => void
  onDelete: () => void
  /** The open editor. */
  children: React.ReactNode
}) {
  const { t } = useTranslation('automation')
  const format = useFormat()
  const { sentenceOf } = useRuleWords()
  const { name, stoppedAt, lastRunAt } = rule
  const trouble = stoppedAt !== null ? t('stopped') : rule.broken ? t('broken') : null
  return (
    <li className={styles.rule}>
      <div className={styles.head}>
        <Switch
          size="small"
          checked={rule.enabled && stoppedAt === null}
          aria-label={t('enable', { name })}
          onChange={onEnable}
        />
        <div className={styles.what}>
          <span className={styles.name}>{name}</span>
          <span className={styles.sentence}>{sentenceOf(rule)}</span>
          {trouble !== null && (
            <span className={styles.trouble}>
              <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
              {trouble}
            </span>
          )}
          <span className={styles.meta}>
            {lastRunAt === null
              ? t('neverRan')
              : t('ran', { count: rule.runs, when: format.full(lastRunAt) })}
            {' · '}
            {t('madeBy', { name: rule.creatorName })}
          </span>
        </div>
        <Button size="small" aria-expanded={open} onClick={onToggle}>
          {t('edit')}
        </Button>
        <IconButton icon={Trash2} label={t('deleteOne', { name })} onClick={onDelete} />
      </div>
      {children}
    </li>
  )
}
