import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarPlan } from '@shared/features/tasks/calendar-file.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { Note } from '@renderer/components/note'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import styles from './calendar-import-dialog.module.css'
import type { CalendarFiles } from './use-calendar-files'

/** What a calendar file would bring, and what of it did not come through, before anything is written. */
export function CalendarImportDialog({
  plan,
  files,
}: {
  plan: CalendarPlan
  files: CalendarFiles
}) {
  const { t } = useTranslation(['tasks', 'common'])
  const format = useFormat()
  const [withPast, setWithPast] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { outcome, entries, problems, problemCount } = plan
  const total = outcome.created + outcome.updated + (withPast ? outcome.past : 0)
  const facts = (['created', 'updated', 'unchanged', 'left', 'past'] as const)
    .filter((kind) => outcome[kind] > 0)
    .map((kind) => t(`file.fact.${kind}`, { count: outcome[kind] }))

  async function commit() {
    if (total === 0) return files.drop(plan)
    setBusy(true)
    setProblem(null)
    try {
      await files.commit(plan, withPast)
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }

  return (
    <FormDialog
      title={t('file.title')}
      lead={t('file.lead', { name: plan.fileName })}
      action={total === 0 ? t('common:close') : t('file.commit', { count: total })}
      busy={busy}
      error={problem}
      width={640}
      onSubmit={() => void commit()}
      onClose={() => files.drop(plan)}
    >
      <p className={styles.facts}>
        {facts.length > 0 ? facts.join(t('file.and')) : t('file.none')}
      </p>
      {outcome.past > 0 && (
        <Checkbox checked={withPast} onChange={({ target }) => setWithPast(target.checked)}>
          {t('file.withPast', { count: outcome.past })}
        </Checkbox>
      )}
      {problemCount > 0 && (
        <Note tone="warn">
          <p className={styles.facts}>{t('file.problems', { count: problemCount })}</p>
          <ul className={styles.list} aria-label={t('file.problems', { count: problemCount })}>
            {problems.map(({ code, line, title }, index) => (
              <li key={index} className={styles.problem}>
                {t('file.line', { line })}
                {title !== null && <PrivateText className={styles.title} text={title} />}
                <span>{t(`file.problem.${code}`)}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {entries.length > 0 && (
        <ul className={styles.list} aria-label={t('file.entries')}>
          {entries.map(({ title, dueAt, allDay, repeats, isPast }, index) => (
            <li key={index} className={styles.entry} aria-disabled={isPast && !withPast}>
              <PrivateText className={styles.title} text={title} />
              {repeats && <span>{t('field.repeat')}</span>}
              <span className={styles.when}>
                {dueAt === null ? t('form.noDay') : format.day(dueAt)}
                {dueAt !== null && allDay && ` ${t('form.allDay')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  )
}
