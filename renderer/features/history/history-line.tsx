import { Button } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryLine as Line } from '@shared/features/history/history.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './history.module.css'
import { Obstacles } from './obstacles'
import { useCommandWords } from './use-command-words'
import { whenWords } from './when-words'

/** One command: what it did, to whom, who and when, and the way back or forth. */
export function HistoryLine({
  line,
  explained,
  busy,
  onReverse,
  onOpenCustomer,
}: {
  line: Line
  /** Whether it is shown what keeps it from being reversed. */
  explained: boolean
  busy: boolean
  onReverse: (way: 'undo' | 'redo') => void
  onOpenCustomer: (id: number) => void
}) {
  const { t } = useTranslation(['history', 'common'])
  const format = useFormat()
  const words = useCommandWords()
  const { commandId, route, undone, customers, customerCount } = line
  const what = words.sentenceOf(route, customerCount)
  return (
    <li className={styles.line}>
      <div className={styles.main}>
        <span className={undone ? `${styles.what} ${styles.gone}` : styles.what}>{what}</span>
        {customers.length > 0 && (
          <span className={styles.whom}>
            {customers.map(({ id, name }, index) => (
              <Fragment key={id}>
                {index > 0 && t('and')}
                <button type="button" className={styles.link} onClick={() => onOpenCustomer(id)}>
                  <span data-private>{name}</span>
                </button>
              </Fragment>
            ))}
            {customerCount > customers.length && t('inAll', { count: customerCount })}
          </span>
        )}
        <span className={styles.meta} title={format.full(line.at)}>
          {line.userName} · {whenWords(format, line.at)}
          {undone && ` · ${t('isUndone')}`}
        </span>
      </div>
      <Button
        size="small"
        loading={busy && { delay: 200 }}
        aria-label={t(undone ? 'redoThis' : 'undoThis', { what })}
        onClick={() => onReverse(undone ? 'redo' : 'undo')}
      >
        {t(undone ? 'common:redo' : 'common:undo')}
      </Button>
      {explained && (
        <div className={styles.below}>
          <Obstacles commandId={commandId} onOpenCustomer={onOpenCustomer} />
        </div>
      )}
    </li>
  )
}
