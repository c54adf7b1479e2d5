import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { useFormat } from '@renderer/lib/format'
import { ConfirmReplace } from './confirm-replace'

type Props = { summary: BackupSummary; onCancel: () => void; onConfirm: () => void }

/** Names which backup takes the place of the present book before it happens. */
export function ReplaceDialog({ summary, ...answers }: Props) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  return (
    <ConfirmReplace
      title={t('restore.confirmTitle', { when: format.full(summary.createdAt) })}
      action={t('restore.confirm')}
      body={t('restore.confirmBody', { name: summary.bookName })}
      {...answers}
    />
  )
}
