import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomFieldType } from '@shared/features/custom-fields/custom-fields.enums'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { ErrorState } from '@renderer/components/error-state'
import { FormDialog } from '@renderer/components/form-dialog'
import { useUndoToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import styles from './fields.module.css'

/** What another type would do to what customers have in a field, before it is done: how much converts, and what does not. */
export function TypeDialog({
  field,
  type,
  onClose,
  onDone,
}: {
  field: CustomField
  type: CustomFieldType
  onClose: () => void
  onDone: () => void
}) {
  const { t, i18n } = useTranslation('custom-fields')
  const language = i18n.resolvedLanguage === 'en' ? ('en' as const) : ('zh-CN' as const)
  const undoToast = useUndoToast()
  const input = { id: field.id, type, language }
  const { data, error, refetch } = useRouteQuery('custom-fields.previewType', input)
  const [rest, setRest] = useState<'notes' | 'discard'>('notes')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const change = async () => {
    if (!data) return
    setBusy(true)
    setProblem(null)
    try {
      const answer = await request('custom-fields.changeType', {
        ...input,
        rest: data.refused > 0 ? rest : 'refuse',
      })
      const left = rest === 'notes' ? 'toast.restNotes' : 'toast.restDiscarded'
      undoToast(
        t('toast.typeChanged', { name: field.name, count: answer.converted }) +
          (answer.refused > 0 ? t(left, { count: answer.refused }) : ''),
      )
      onDone()
    } catch (reason) {
      setProblem(reason)
    } finally {
      setBusy(false)
    }
  }
  const words = { from: t(`type.${field.type}`), to: t(`type.${type}`) }
  return (
    <FormDialog
      title={t('changeType', { name: field.name, ...words })}
      lead={data ? leadOf(data) : undefined}
      action={t('changeTo', words)}
      busy={busy}
      error={problem}
      width={520}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && data.examples.length > 0 && (
        <ul className={styles.examples} aria-label={t('examples')}>
          {data.examples.map(({ from, to, count }) => (
            <li key={from}>
              <span data-private className={styles.from}>
                {from}
              </span>
              <span
                data-private={to !== null || undefined}
                className={to === null ? styles.lost : styles.to}
              >
                {to === null ? t('staysOut') : `→ ${to}`}
              </span>
              <span className={styles.times}>{t('times', { count })}</span>
            </li>
          ))}
        </ul>
      )}
      {data && data.refused > 0 && (
        <Radio.Group
          className={styles.rest ?? ''}
          value={rest}
          onChange={({ target }) => setRest(target.value as 'notes' | 'discard')}
          aria-label={t('restLabel')}
        >
          <Radio value="notes">{t('rest.notes')}</Radio>
          <Radio value="discard">{t('rest.discard')}</Radio>
        </Radio.Group>
      )}
    </FormDialog>
  )

  function leadOf({ converted, refused }: { converted: number; refused: number }): string {
    if (converted + refused === 0) return t('lead.none')
    const sure = t('lead.converts', { count: converted })
    return refused === 0
      ? `${sure}${t('lead.stop')}`
      : `${sure}${t('lead.refused', { count: refused })}`
  }
}
