import { Button } from 'antd'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AutomationRuleInput } from '@shared/features/automation/automation.schema'
import { automationLimits } from '@shared/features/automation/automation.schema'
import type { RouteOutput } from '@shared/contract'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import styles from './automation.module.css'
import { useRuleWords } from './use-rule-words'

type Rule = Omit<AutomationRuleInput, 'name'>
type Answer = { rule: Rule; found: RouteOutput<'automation.preview'> }

/** Shows whom a rule would hit and what it would do, without doing it (R073). */
export function TestRun({ id, rule }: { id: number | null; rule: Rule | null }) {
  const { t } = useTranslation(['automation', 'conditions'])
  const errorText = useErrorText()
  const { actionsWords } = useRuleWords()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const test = async () => {
    if (!rule) return
    setBusy(true)
    setProblem(null)
    try {
      setAnswer({ rule, found: await request('automation.preview', { ...rule, id }) })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const isFresh = answer !== null && JSON.stringify(answer.rule) === JSON.stringify(rule)
  return (
    <div className={styles.test}>
      <Button disabled={rule === null} loading={busy && { delay: 200 }} onClick={() => void test()}>
        <FlaskConical size={16} strokeWidth={1.6} aria-hidden />
        {t('test')}
      </Button>
      <div className={styles.found} role="status">
        {problem !== null && <Note tone="error">{errorText(problem)}</Note>}
        {isFresh && (
          <>
            <span>
              {answer.rule.trigger.on === 'silence'
                ? t('wouldHitNow', { count: answer.found.customers })
                : t('wouldHaveHit', {
                    count: answer.found.customers,
                    days: automationLimits.previewDays,
                  })}
            </span>
            {answer.found.first.length > 0 && (
              <span data-private className={styles.names}>
                {answer.found.first.map(({ name }) => name).join(t('conditions:or'))}
              </span>
            )}
            {answer.found.customers > 0 && (
              <span className={styles.hint}>
                {t('wouldDo', { what: actionsWords(answer.rule.actions) })}
              </span>
            )}
            {answer.found.atOnce !== null && answer.found.customers > answer.found.atOnce && (
              <span className={styles.hint}>{t('atOnce', { count: answer.found.atOnce })}</span>
            )}
            <span className={styles.hint}>{t('nothingDone')}</span>
          </>
        )}
      </div>
    </div>
  )
}
