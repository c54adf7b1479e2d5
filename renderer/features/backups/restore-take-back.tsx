import { useTranslation } from 'react-i18next'
import type { KeptBook } from '@shared/features/backups/restore.schema'
import { useFormat } from '@renderer/lib/format'
import { ConfirmReplace } from './confirm-replace'

type Props = { kept: KeptBook; onCancel: () => void; onConfirm: () => void }

/** Names which kept book takes the place of the present one before it happens. */
export function TakeBackDialog({ kept, ...answers }: Props) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  return (
    <ConfirmReplace
      title={t('kept.confirmTitle', { name: kept.bookName, when: format.full(kept.keptAt) })}
      action={t('kept.confirm')}
      body={t('kept.confirmBody')}
      {...answers}
    />
  )
}
