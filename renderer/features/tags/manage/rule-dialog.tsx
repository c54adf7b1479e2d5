import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagRule } from '@shared/features/tags/tag-rule.schema'
import type { TagWithCount } from '@shared/features/tags/tags.schema'
import { ConditionEditor } from '@renderer/components/conditions/condition-editor'
import { FormDialog } from '@renderer/components/form-dialog'
import { TagChip } from '@renderer/components/tag-chip'
import { useUndoToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { blankCondition, draftOfSet, setOfDraft } from '@renderer/lib/condition-drafts'
import { useErrorText } from '@renderer/lib/error-text'
import { useRights } from '@renderer/lib/use-rights'
import styles from './tags-page.module.css'

/** Who wears a tag by itself, with how many that would be now (R040). */
export function RuleDialog({ tag, onClose }: { tag: TagWithCount; onClose: () => void }) {
  const { t } = useTranslation('tags')
  const errorText = useErrorText()
  const undoToast = useUndoToast()
  const { level } = useRights()
  const { data } = useRouteQuery(
    'custom-fields.list',
    {},
    { enabled: level('notes', 'other') === 'full' },
  )
  const fields = (data?.fields ?? []).filter(({ archivedAt }) => archivedAt === null)
  const [draft, setDraft] = useState(() => {
    const set = draftOfSet(tag.rule)
    return tag.rule ? set : { ...set, conditions: [blankCondition('industry')] }
  })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const parsed = tagRule.safeParse(setOfDraft(draft, fields))
  const rule = parsed.success ? parsed.data : null
  const preview = useRouteQuery(
    'tags.previewRule',
    { rule: rule ?? { match: 'all', conditions: [] } },
    { enabled: rule !== null, keepPrevious: true },
  )
  const save = async (next: typeof rule) => {
    setBusy(true)
    setProblem(null)
    try {
      const { added, removed } = await request('tags.setRule', { id: tag.id, rule: next })
      undoToast(t(next ? 'toast.ruled' : 'toast.unruled', { name: tag.name, added, removed }))
      onClose()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={
        <span className={styles.choice}>
          {t('ruleTitle')} <TagChip type={tag.type} name={tag.name} color={tag.color} />
        </span>
      }
      lead={t('ruleLead')}
      action={t('saveRule')}
      width={640}
      busy={busy}
      error={problem}
      onSubmit={() => {
        if (rule) void save(rule)
        else setProblem(null)
      }}
      onClose={onClose}
    >
      <ConditionEditor value={draft} fields={fields} onChange={setDraft} />
      <p className={styles.live} role="status">
        {rule === null
          ? t('ruleOpen')
          : preview.error
            ? errorText(preview.error)
            : preview.data
              ? t('meets', { count: preview.data.customers })
              : t('counting')}
        {rule !== null && preview.data && preview.data.first.length > 0 && (
          <span data-private className={styles.names}>
            {preview.data.first.map(({ name }) => name).join(t('conditions:or'))}
          </span>
        )}
      </p>
      {tag.automatic && (
        <Button
          danger
          disabled={busy}
          className={styles.unrule ?? ''}
          onClick={() => void save(null)}
        >
          {t('dropRule')}
        </Button>
      )}
    </FormDialog>
  )
}
