import { Check, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import type { QualityFinding } from '@shared/features/quality/quality.enums'
import { SectionTitle } from '@renderer/components/section-title'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './quality-tab.module.css'

const lines = [
  ...(['zombie', 'silent'] as const),
  ...(['no-reach', 'no-industry', 'no-need', 'no-source', 'no-interaction'] as const),
] as const

/** 资料质量检查清单 (R066): what is to be cleaned regularly, each with how many there are and the way to them. */
export function Checklist({
  counts,
  onShow,
  onDuplicates,
}: {
  counts: RouteOutput<'quality.counts'>
  onShow: (finding: QualityFinding) => void
  /** Absent where there is no place for duplicates to go to. */
  onDuplicates: (() => void) | undefined
}) {
  const { t } = useTranslation('quality')
  const { data: settings } = useRouteQuery('quality.getSettings', {})
  const words = {
    silent: settings && t('checklist.silent', { count: settings.silentMonths }),
    zombie: settings && t('checklist.zombie', { count: settings.zombieMonths }),
  }
  return (
    <aside className={styles.checklist} aria-label={t('checklist.title')} data-region tabIndex={-1}>
      <SectionTitle>{t('checklist.title')}</SectionTitle>
      <ul className={styles.lines}>
        {onDuplicates && (
          <Line what={t('checklist.duplicates')} count={null} onShow={onDuplicates} />
        )}
        {lines.map((finding) => (
          <Line
            key={finding}
            what={
              (finding === 'zombie' || finding === 'silent' ? words[finding] : undefined) ??
              t(`finding.${finding}`)
            }
            count={counts.byFinding[finding]}
            onShow={() => onShow(finding)}
          />
        ))}
      </ul>
    </aside>
  )
}

/** `count` is null for what is counted elsewhere. */
function Line({ what, count, onShow }: { what: string; count: number | null; onShow: () => void }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  if (count === 0)
    return (
      <li className={styles.line}>
        <span>{what}</span>
        <span className={styles.fine}>
          <Check size={14} strokeWidth={1.6} aria-hidden />
          {t('checklist.none')}
        </span>
      </li>
    )
  const shown = count === null ? t('checklist.look') : format.count(count)
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        aria-label={count === null ? what : t('showList', { what, shown })}
        onClick={onShow}
      >
        <span>{what}</span>
        <span className={styles.amount}>
          {shown}
          <ChevronRight size={14} strokeWidth={1.6} aria-hidden />
        </span>
      </button>
    </li>
  )
}
