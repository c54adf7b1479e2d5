import { Button } from 'antd'
import { ChevronRight, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { markOf } from '@shared/features/quality/quality.rules'
import { PrivateText } from '@renderer/components/private-text'
import { QualityRing } from '@renderer/components/quality-ring'
import { RailCard } from '@renderer/components/rail-card'
import { useQualityWords } from '@renderer/lib/quality-words'
import styles from './today-card.module.css'
import { useTodaysQueue } from './use-todays-queue'

/** Named one by one up to so many. */
const mostShown = 3

/** 「今天修这十位」 beside the board of today: how far it is, and the next ones. */
export function QualityTodayCard({
  onStart,
  onOpenCustomer,
}: {
  onStart: () => void
  onOpenCustomer: (id: number) => void
}) {
  const { t } = useTranslation('quality')
  const words = useQualityWords()
  const { data, entries, done } = useTodaysQueue()
  if (!data || entries.length === 0) return null
  const next = entries.filter(({ quality }) => quality.score < 3).slice(0, mostShown)
  return (
    <RailCard
      icon={ShieldCheck}
      title={t('queue.title')}
      note={t('queue.progress', { done, total: entries.length })}
    >
      <div className={styles.bar} aria-hidden>
        <span style={{ width: `${(100 * done) / entries.length}%` }} />
      </div>
      <ul className={styles.list}>
        {next.map((entry) => (
          <li key={entry.id} className={styles.line}>
            <QualityRing mark={markOf(entry.quality)} />
            <button type="button" className={styles.name} onClick={() => onOpenCustomer(entry.id)}>
              <PrivateText text={entry.name} />
            </button>
            <span className={styles.lacks}>{words(entry.quality)[0]}</span>
          </li>
        ))}
      </ul>
      <Button size="small" block onClick={onStart}>
        {t(next.length > 0 ? 'today.start' : 'today.look')}
        <ChevronRight size={14} strokeWidth={1.6} aria-hidden />
      </Button>
    </RailCard>
  )
}
