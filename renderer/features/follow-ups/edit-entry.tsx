import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  FollowUpEntry,
  FollowUpFormValues,
} from '@shared/features/follow-ups/follow-ups.schema'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { findEditDraft, forgetEditDraft, keepEditDraft } from './composer-store'
import { FollowUpForm } from './follow-up-form'
import styles from './timeline.module.css'

/** An old entry, open for changes in its own place; unsaved changes come back next time. */
export function EditEntry({ entry, onClose }: { entry: FollowUpEntry; onClose: () => void }) {
  const { t } = useTranslation('follow-ups')
  const undoToast = useUndoToast()
  const [draft] = useState(() => findEditDraft(entry.id))
  const [saved] = useState(() => valuesOf(entry))
  const onDraft = useCallback(
    (values: FollowUpFormValues) => keepEditDraft(entry.id, values, saved),
    [entry.id, saved],
  )
  const end = () => {
    forgetEditDraft(entry.id)
    onClose()
  }
  return (
    <div className={styles.editor}>
      <FollowUpForm
        start={{ ...saved, ...draft }}
        onDraft={onDraft}
        onDiscard={draft ? end : undefined}
        onClose={onClose}
        onSave={async ({ customerId: _customer, ...fields }) => {
          await request('follow-ups.update', { id: entry.id, fields })
          undoToast(t('toast.changed'))
          end()
        }}
      />
    </div>
  )
}

function valuesOf(entry: FollowUpEntry): FollowUpFormValues {
  return {
    customerId: entry.customerId,
    type: entry.type,
    occurredAt: entry.occurredAt,
    content: entry.content,
    nextFollowAt: entry.nextFollowAt,
    nextNote: entry.nextNote ?? '',
  }
}
