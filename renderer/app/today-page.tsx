import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { BackupTodayCard } from '@renderer/features/backups/today-card'
import { DeadlineTodayCard } from '@renderer/features/deadlines/today-card'
import { openQuickEntry } from '@renderer/features/follow-ups/quick/quick-store'
import { TypeIcon } from '@renderer/features/follow-ups/type-icon'
import { QualityTodayCard } from '@renderer/features/quality/today-card'
import { TodayBoard } from '@renderer/features/today/today-board'
import { useRights } from '@renderer/lib/use-rights'
import { useLateFigure } from './use-late-figure'
import { useWhoseOwner } from './use-whose-owner'

/** 今日 with the cards of update clocks, backups and data quality beside it. */
export function TodayPage() {
  const { t } = useTranslation('today')
  const navigate = useNavigate()
  const { allowed } = useRights()
  const figure = useLateFigure()
  const ownerId = useWhoseOwner(allowed('customers.read'))
  const openCustomer = useCallback((id: number) => void navigate(`/customers/${id}`), [navigate])
  return (
    <TodayBoard
      typeIcon={typeIcon}
      onOpenCustomer={openCustomer}
      action={
        allowed('follow-ups.write') && (
          <Button
            type="primary"
            icon={<Plus size={16} strokeWidth={1.6} aria-hidden />}
            onClick={openQuickEntry}
          >
            {t('newFollowUp')}
          </Button>
        )
      }
      emptyAction={
        <Button onClick={() => void navigate('/customers')}>{t('openCustomers')}</Button>
      }
      cards={
        <>
          {ownerId !== undefined && (
            <DeadlineTodayCard
              ownerId={ownerId}
              onOpen={() => void navigate('/late?tab=deadlines')}
              onOpenCustomer={openCustomer}
            />
          )}
          {allowed('backups.create') && <BackupTodayCard onOpen={() => void navigate('/backup')} />}
          {allowed('customers.write') && (
            <QualityTodayCard
              onStart={() => void navigate('/quality')}
              onOpenCustomer={openCustomer}
            />
          )}
        </>
      }
      figure={figure}
    />
  )
}

const typeIcon: React.ComponentProps<typeof TodayBoard>['typeIcon'] = (type) => (
  <TypeIcon type={type} />
)
