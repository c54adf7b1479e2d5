import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueEntry } from '@shared/features/quality/quality.contract'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { SectionTitle } from '@renderer/components/section-title'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { CallBack } from './call-back'
import { contactOf, QueueRow, type RowActions } from './queue-row'
import styles from './queue.module.css'
import { useTodaysQueue } from './use-todays-queue'

/** 「今天修这十位」: progress and rows. J and K move, P calls back, E fills in, Enter opens. */
export function QueueList({
  contact,
  actions,
  none,
}: {
  /** The number or address of a customer with its eye. */
  contact: (entry: QueueEntry, field: 'phone' | 'email') => React.ReactNode
  actions: Omit<RowActions, 'call'>
  /** Whether there is no customer at all. */
  none: boolean
}) {
  const { t } = useTranslation('quality')
  const errorToast = useErrorToast()
  const { data, error, refetch, entries, done } = useTodaysQueue()
  const [callingId, setCalling] = useState<number | null>(null)
  const [cursor, setCursor] = useState(-1)
  const at = entries[cursor]
  const toggle = ({ id }: QueueEntry) => setCalling(callingId === id ? null : id)

  const move = (by: number) => setCursor(Math.max(0, Math.min(entries.length - 1, cursor + by)))
  useShortcut(['j', 'arrowdown'], () => move(1), { enabled: entries.length > 0 })
  useShortcut(['k', 'arrowup'], () => move(-1), { enabled: entries.length > 0 })
  useShortcut('enter', () => at && actions.open(at), { enabled: at !== undefined })
  useShortcut('p', () => at && contactOf(at) !== null && toggle(at), { enabled: at !== undefined })
  useShortcut('e', () => at && actions.fill(at, at.quality.complete.missing[0] ?? 'reach'), {
    enabled: at !== undefined,
  })

  const again = () => void request('quality.pickQueue', { again: true }).catch(errorToast)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  if (entries.length === 0)
    return (
      <div className={styles.queue}>
        <EmptyState flush text={t(none ? 'queue.noCustomers' : 'queue.empty')} />
      </div>
    )
  return (
    <section className={styles.queue} aria-label={t('queue.title')} data-region tabIndex={-1}>
      <SectionTitle action={<Progress done={done} total={entries.length} />}>
        {t('queue.title')}
      </SectionTitle>
      <p className={styles.lead}>{t('queue.lead')}</p>
      <ol className={styles.list}>
        {entries.map((entry, index) => {
          const field = contactOf(entry)
          const isCalling = callingId === entry.id && field !== null && entry.quality.score < 3
          return (
            <li key={entry.id} aria-current={index === cursor} onFocus={() => setCursor(index)}>
              <QueueRow
                {...{ entry, current: index === cursor, calling: isCalling }}
                actions={{ ...actions, call: toggle }}
              />
              {isCalling && (
                <CallBack
                  {...{ entry, field }}
                  contact={contact(entry, field)}
                  onWrong={() => actions.fill(entry, 'reach')}
                  onDone={() => setCalling(null)}
                />
              )}
            </li>
          )
        })}
      </ol>
      {done === entries.length && (
        <EmptyState
          flush
          text={t('queue.allDone')}
          actions={<Button onClick={again}>{t('queue.again')}</Button>}
        />
      )}
    </section>
  )
}

function Progress({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('quality')
  return (
    <span
      className={styles.progress}
      role="progressbar"
      aria-label={t('queue.progressLabel', { done, total })}
      aria-valuenow={done}
      aria-valuemin={0}
      aria-valuemax={total}
    >
      <span className={styles.bar}>
        <span style={{ width: `${(100 * done) / total}%` }} />
      </span>
      {t('queue.progress', { done, total })}
    </span>
  )
}
