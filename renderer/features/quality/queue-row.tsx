import { Button } from 'antd'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QueueEntry } from '@shared/features/quality/quality.contract'
import type { QualityPart } from '@shared/features/quality/quality.enums'
import { markOf } from '@shared/features/quality/quality.rules'
import { PrivateText } from '@renderer/components/private-text'
import { QualityRing } from '@renderer/components/quality-ring'
import { TierMark } from '@renderer/components/tier-mark'
import { useQualityWords } from '@renderer/lib/quality-words'
import styles from './queue.module.css'

export type RowActions = {
  /** Opens the form at the first part that it can fill. */
  fill: (entry: QueueEntry, part: QualityPart) => void
  log: (entry: QueueEntry) => void
  call: (entry: QueueEntry) => void
  open: (entry: QueueEntry) => void
}

/** The contact that a check goes by; null where there is none yet. */
export function contactOf({ phoneMasked, emailMasked }: QueueEntry): 'phone' | 'email' | null {
  if (phoneMasked !== null) return 'phone'
  return emailMasked === null ? null : 'email'
}

/** One customer of today: what it lacks, and the ways to set it right. A finished one is struck through and keeps its place. */
export function QueueRow({
  entry,
  current,
  calling,
  actions,
}: {
  entry: QueueEntry
  /** Under the keyboard. */
  current: boolean
  calling: boolean
  actions: RowActions
}) {
  const { t } = useTranslation('quality')
  const words = useQualityWords()(entry.quality)
  const { complete } = entry.quality
  const isDone = entry.quality.score === 3
  const part = complete.missing.find((name) => name !== 'interaction')
  const contact = contactOf(entry)
  return (
    <div
      className={[styles.row, isDone && styles.done, current && styles.current]
        .filter(Boolean)
        .join(' ')}
    >
      <QualityRing mark={markOf(entry.quality)} size={16} />
      <div className={styles.who}>
        <button type="button" className={styles.name} onClick={() => actions.open(entry)}>
          <PrivateText text={entry.name} />
        </button>
        <span className={styles.lacks}>{isDone ? t('queue.done') : words.join(' · ')}</span>
      </div>
      <span className={styles.tier}>
        <TierMark tier={entry.tier} />
      </span>
      <div className={styles.actions}>
        {isDone && <Check size={16} strokeWidth={1.6} aria-hidden className={styles.tick} />}
        {part && (
          <Button size="small" onClick={() => actions.fill(entry, part)}>
            {t('queue.fill')}
          </Button>
        )}
        {!part && complete.missing.includes('interaction') && (
          <Button size="small" onClick={() => actions.log(entry)}>
            {t('queue.log')}
          </Button>
        )}
        {!isDone && contact && (
          <Button size="small" aria-expanded={calling} onClick={() => actions.call(entry)}>
            {t(contact === 'phone' ? 'queue.call' : 'queue.check')}
          </Button>
        )}
      </div>
    </div>
  )
}
