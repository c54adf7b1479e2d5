import { Button, Input } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  automationLimits,
  type AutomationRule,
} from '@shared/features/automation/automation.schema'
import { ConditionEditor } from '@renderer/components/conditions/condition-editor'
import { FormField } from '@renderer/components/form-field'
import { Note } from '@renderer/components/note'
import { useUndoToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { ActionRow } from './action-row'
import styles from './automation.module.css'
import { blankAction, draftOfRule, ruleOfDraft } from './rule-draft'
import { TestRun } from './test-run'
import { TriggerEditor } from './trigger-editor'

/** Makes a rule (null) or changes one, as a sentence: 当 … 时，如果 …，就 … (R073). */
export function RulePanel({ rule, onClose }: { rule: AutomationRule | null; onClose: () => void }) {
  const { t } = useTranslation(['automation', 'common'])
  const errorText = useErrorText()
  const undoToast = useUndoToast()
  const { data } = useRouteQuery('custom-fields.list', {})
  const fields = (data?.fields ?? []).filter(({ archivedAt }) => archivedAt === null)
  const [draft, setDraft] = useState(() => draftOfRule(rule))
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const said = ruleOfDraft(draft, fields)
  const name = draft.name.trim()
  const { actions } = draft

  const save = async () => {
    setAsked(true)
    if (!said || name === '') return
    setBusy(true)
    setProblem(null)
    try {
      if (rule) await request('automation.update', { id: rule.id, name, ...said })
      else await request('automation.create', { name, ...said })
      undoToast(t(rule ? 'toast.saved' : 'toast.created', { name }))
      onClose()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  return (
    <form
      className={styles.panel}
      aria-label={rule?.name ?? t('add')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save()
      }}
      onKeyDown={blockComposingEnter}
    >
      <FormField label={t('name')} required error={asked && name === '' ? 'required' : undefined}>
        {({ status, ...props }) => (
          <Input
            {...props}
            {...(status ? { status } : {})}
            autoFocus
            autoComplete="off"
            maxLength={50}
            value={draft.name}
            onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          />
        )}
      </FormField>
      <fieldset className={styles.part}>
        <legend>{t('part.when')}</legend>
        <TriggerEditor
          value={draft.trigger}
          fields={fields}
          onChange={(trigger) => setDraft({ ...draft, trigger })}
        />
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{t('part.if')}</legend>
        <ConditionEditor
          value={draft.conditions}
          fields={fields}
          onChange={(conditions) => setDraft({ ...draft, conditions })}
        />
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{t('part.then')}</legend>
        <ul className={styles.actions}>
          {actions.map((action, index) => (
            <ActionRow
              key={action.key}
              number={index + 1}
              value={action}
              canRemove={actions.length > 1}
              onChange={(next) =>
                setDraft({
                  ...draft,
                  actions: actions.map((one) => (one.key === action.key ? next : one)),
                })
              }
              onRemove={() =>
                setDraft({ ...draft, actions: actions.filter(({ key }) => key !== action.key) })
              }
            />
          ))}
        </ul>
        <Button
          size="small"
          disabled={actions.length >= automationLimits.actions}
          onClick={() => setDraft({ ...draft, actions: [...actions, blankAction('notice')] })}
        >
          <Plus size={14} strokeWidth={1.6} aria-hidden />
          {t('addAction')}
        </Button>
      </fieldset>
      <TestRun id={rule?.id ?? null} rule={said} />
      {asked && said === null && <Note tone="warn">{t('notWhole')}</Note>}
      {problem !== null && <Note tone="error">{errorText(problem)}</Note>}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy && { delay: 200 }}>
          {t(rule ? 'common:save' : 'make')}
        </Button>
      </div>
    </form>
  )
}
