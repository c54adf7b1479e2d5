import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { AppError } from '@shared/core/errors'
import { drillState } from '@shared/features/backups/backup-drill.rules'
import { useRouteQuery } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'

/** The one thing about backups that a person should see now: what failed stands before what is only due. Null: nothing. */
export function useBackupWarning(): { words: string; tip: string } | null {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const errorText = useErrorText()
  const { data: schedule } = useRouteQuery('backups.getScheduleState', {})
  const { data: drill } = useRouteQuery('backups.getDrill', {})
  if (schedule?.failure) {
    const { at, code } = schedule.failure
    const why = errorText(new AppError(code))
    const tip = t('backupLine.failedTip', { when: format.day(at), why })
    return { words: t('backupLine.failed'), tip }
  }
  if (!drill) return null
  const { last, dueAt } = drill
  const state = drillState(last, dueAt, systemClock())
  if (state === 'failed' && last) {
    const why = errorText(new AppError(last.failure ?? 'core.unexpected'))
    const tip = t('backupLine.drillFailedTip', { when: format.day(last.at), why })
    return { words: t('backupLine.drillFailed'), tip }
  }
  if (state !== 'overdue') return null
  return { words: t('backupLine.drillOverdue'), tip: t('backupLine.drillOverdueTip') }
}
