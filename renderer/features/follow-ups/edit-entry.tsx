import { useTranslation } from 'react-i18next'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { FollowUpForm } from './follow-up-form'
import styles from './timeline.module.css'

/** An old entry, open for changes in its own place. */
export function EditEntry({ entry, onClose }: { entry: FollowUpEntry; onClose: () => void }) {
  const { t } = useTranslation('follow-ups')
  const undoToast = useUndoToast()
  return (
    <div className={styles.editor}>
      <FollowUpForm
        start={{
          customerId: entry.customerId,
          type: entry.type,
          occurredAt: entry.occurredAt,
          content: entry.content,
          nextFollowAt: entry.nextFollowAt,
          nextNote: entry.nextNote ?? '',
        }}
        onClose={onClose}
        onSave={async ({ customerId: _customer, ...fields }) => {
          await request('follow-ups.update', { id: entry.id, fields })
          undoToast(t('toast.changed'))
          onClose()
        }}
      />
    </div>
  )
}
