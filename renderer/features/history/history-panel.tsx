import { Button, Drawer, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useHistoryPanel } from '@renderer/lib/history-panel'
import { useRights } from '@renderer/lib/use-rights'
import { HistoryLine } from './history-line'
import styles from './history.module.css'
import { useHistoryLines } from './use-history-pages'
import { useReversal } from './use-reversal'

const width = 440

/** The history in a drawer: every command that can be taken back, one's own or everybody's. */
export function HistoryPanel({ onOpenCustomer }: { onOpenCustomer: (id: number) => void }) {
  const { t } = useTranslation('history')
  const { isOpen, close } = useHistoryPanel()
  return (
    <Drawer open={isOpen} size={width} title={t('title')} onClose={close} destroyOnHidden>
      <HistoryList
        onOpenCustomer={(id) => {
          close()
          onOpenCustomer(id)
        }}
      />
    </Drawer>
  )
}

function HistoryList({ onOpenCustomer }: { onOpenCustomer: (id: number) => void }) {
  const { t } = useTranslation(['history', 'common'])
  const seesAll = useRights().may('history.undo', 'other')
  const [whose, setWhose] = useState<'mine' | 'all'>('mine')
  const { explained, open } = useHistoryPanel()
  const { lines, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistoryLines(
    whose === 'mine',
  )
  const { busy, reverse } = useReversal(open)
  return (
    <div className={styles.panel}>
      {seesAll && (
        <Segmented
          value={whose}
          aria-label={t('whose.label')}
          options={(['mine', 'all'] as const).map((value) => ({
            value,
            label: t(`whose.${value}`),
          }))}
          onChange={setWhose}
        />
      )}
      {error && !lines && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !lines && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {lines?.length === 0 && <EmptyState flush text={t('empty')} />}
      {lines && lines.length > 0 && (
        <ol className={styles.lines} aria-label={t('title')}>
          {lines.map((line) => (
            <HistoryLine
              key={line.commandId}
              line={line}
              explained={explained === line.commandId}
              busy={busy === line.commandId}
              onReverse={(way) => void reverse(way, line.commandId)}
              onOpenCustomer={onOpenCustomer}
            />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button
          className={styles.more ?? ''}
          loading={isFetchingNextPage && { delay: 200 }}
          onClick={() => void fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}
