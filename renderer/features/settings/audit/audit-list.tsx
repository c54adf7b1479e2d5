import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditFilter } from '@shared/features/audit/audit.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { isOpen } from './audit-choice.rules'
import { AuditTable } from './audit-table'
import { useAuditLines } from './use-audit-lines'

/** The entries of a filter, or why there are none. */
export function AuditList({ filter, onClear }: { filter: AuditFilter; onClear: () => void }) {
  const { t } = useTranslation('audit')
  const { lines, error, refetch, isPlaceholderData, hasNextPage, isFetchingNextPage, ...query } =
    useAuditLines(filter)
  if (error && !lines) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!lines) return <Skeleton active title={false} paragraph={{ rows: 8 }} />
  if (lines.length === 0)
    return isOpen(filter) ? (
      <EmptyState flush text={t('empty')} />
    ) : (
      <EmptyState
        flush
        text={t('nothing')}
        actions={<Button onClick={onClear}>{t('filter.clear')}</Button>}
      />
    )
  return (
    <>
      <AuditTable
        key={JSON.stringify(filter)}
        lines={lines}
        isStale={isPlaceholderData}
        onEnd={() => {
          if (hasNextPage && !isFetchingNextPage && !error) void query.fetchNextPage()
        }}
      />
      {error && <ErrorState error={error} onRetry={() => void query.fetchNextPage()} />}
    </>
  )
}
