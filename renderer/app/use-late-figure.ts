import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { TodayBoard } from '@renderer/features/today/today-board'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { useWhoseOwner } from './use-whose-owner'

type Figure = React.ComponentProps<typeof TodayBoard>['figure']

/** 该回访未安排: who is late by the rhythm of their tier and has nothing planned, of those whose board is looked at (R065). */
export function useLateFigure(): Figure {
  const { t } = useTranslation('today')
  const navigate = useNavigate()
  const { allowed } = useRights()
  const enabled = allowed('customers.read') && allowed('follow-ups.read')
  const ownerId = useWhoseOwner(enabled)
  const { data } = useRouteQuery(
    'cadence.counts',
    { ownerId: ownerId ?? null },
    { enabled: enabled && ownerId !== undefined, keepPrevious: true },
  )
  if (!data) return null
  return {
    label: t('figure.late'),
    count: data.total,
    note: t('figure.lateNote', { count: data.byTier.high }),
    onOpen: () => void navigate('/late'),
  }
}
