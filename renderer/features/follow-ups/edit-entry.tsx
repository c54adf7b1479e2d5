import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  FollowUpEntry,
  FollowUpFormValues,
} from '@shared/features/follow-ups/follow-ups.schema'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { forgetEditDraft, keepEditDraft, useComposerStore } from './composer-store'
import { FollowUpForm } from './follow-up-form'
import styles from './timeline.module.css'

/** An old entry, open for changes in its own place; unsaved changes come back next time. */
export function EditEntry({ entry, onClose }: { entry: FollowUpEntry; onClose: () => void }) {
  const { t } = useTranslation('follow-ups')
  const undoToast = useUndoToast()
  const [draft] = useState(() => useComposerStore.getState().editDrafts.get(entry.id))
  const onDraft = useCallback(
    (values: FollowUpFormValues) => keepEditDraft(entry.id, values),
    [entry.id],
  )
  const end = () => {
    forgetEditDraft(entry.id)
    onClose()
  }
  return (
    <div className={styles.editor}>
      <FollowUpForm
        start={draft ?? valuesOf(entry)}
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
