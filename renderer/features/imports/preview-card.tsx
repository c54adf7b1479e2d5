import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customFieldOf } from '@shared/features/imports/imports.rules'
import type { ImportTarget, PreviewRow } from '@shared/features/imports/imports.schema'
import { IconButton } from '@renderer/components/icon-button'
import { StageMark } from '@renderer/components/stage-mark'
import { TagChip } from '@renderer/components/tag-chip'
import { TierMark } from '@renderer/components/tier-mark'
import type { Stage, Tier } from '@shared/features/customers/customers.enums'
import { useFormat } from '@renderer/lib/format'
import { useCustomFields, useCustomWords } from '@renderer/lib/custom-fields'
import styles from './preview-card.module.css'

/** One real row as it would be written; ‹ › leaf through the first rows. */
export function PreviewCard({ rows, total }: { rows: readonly PreviewRow[]; total: number }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [at, setAt] = useState(0)
  const index = Math.min(at, rows.length - 1)
  const row = rows[index]
  return (
    <section className={styles.card} aria-label={t('preview.label')}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {row ? t('preview.title', { row: row.row }) : t('preview.none')}
        </h2>
        {row && (
          <>
            <span className={styles.count}>{`${index + 1} / ${format.count(total)}`}</span>
            <IconButton
              icon={ChevronLeft}
              label={t('preview.previous')}
              disabled={index === 0}
              onClick={() => setAt(index - 1)}
            />
            <IconButton
              icon={ChevronRight}
              label={t('preview.next')}
              disabled={index >= rows.length - 1}
              onClick={() => setAt(index + 1)}
            />
          </>
        )}
      </header>
      {row && <PreviewBody row={row} />}
    </section>
  )
}

function PreviewBody({ row }: { row: PreviewRow }) {
  const { t } = useTranslation('imports')
  const fields = useCustomFields()
  const nameOf = (target: ImportTarget) => {
    const fieldId = customFieldOf(target)
    if (fieldId === null) return t(`target.${target}`)
    return fields.find(({ id }) => id === fieldId)?.name ?? ''
  }
  const name = row.cells.find(({ target }) => target === 'name')?.text
  return (
    <>
      <p data-private className={styles.name}>
        {name}
      </p>
      <dl className={styles.fields}>
        {row.cells
          .filter(({ target }) => target !== 'name')
          .map((cell) => (
            <Field key={cell.target} label={nameOf(cell.target)}>
              <CellValue {...cell} />
            </Field>
          ))}
        {row.tags.length > 0 && (
          <Field label={t('preview.tags')}>
            <span className={styles.tags}>
              {row.tags.map(({ type, name: tag }) => (
                <TagChip key={`${type} ${tag}`} type={type} name={tag} />
              ))}
            </span>
          </Field>
        )}
        {row.followUps.length > 0 && (
          <Field label={t('preview.followUps')}>
            {row.followUps.map(({ on, content }, index) => (
              <span key={index} className={styles.followUp}>
                <span className={styles.date}>{on ?? t('preview.noDate')}</span>{' '}
                <span data-private>{content}</span>
              </span>
            ))}
          </Field>
        )}
      </dl>
    </>
  )
}

function CellValue({ target, text }: PreviewRow['cells'][number]) {
  const { t } = useTranslation('common')
  const words = useCustomWords()
  const fieldId = customFieldOf(target)
  const field = useCustomFields().find(({ id }) => id === fieldId)
  if (field) return <span data-private>{words(field, text)}</span>
  if (target === 'stage') return <StageMark stage={text as Stage} />
  if (target === 'tier') return <TierMark tier={text as Tier} />
  if (target === 'kind' || target === 'gender' || target === 'companySize')
    return t(`${target}.${text}`)
  if (target === 'priceSensitivity' || target === 'decisionMode')
    return <span data-private>{t(`customers:${target}.${text}`)}</span>
  return <span data-private>{text}</span>
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
