import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  FollowUpFormValues,
  FollowUpType,
} from '@shared/features/follow-ups/follow-ups.schema'
import { useUndoToast } from '@renderer/lib/announce'
import { useRights } from '@renderer/lib/use-rights'
import {
  type FollowUpDraft,
  findFollowUpDraft,
  forgetFollowUpDraft,
  forgetLostName,
  keepFiles,
  keepFollowUpDraft,
  lostNames,
  useComposerStore,
  useFollowUpDraft,
  useKeptFiles,
} from './composer-store'
import type { EntryCustomer } from './entry-customer'
import { FollowUpForm } from './follow-up-form'
import { saveEntry } from './save-entry'

/** The form for a new entry, with what was left in it; where it stands decides what closing does. */
export function NewEntry({
  customer,
  latestType,
  onClose,
}: {
  customer: EntryCustomer
  /** Type of the newest entry, the first suggestion. */
  latestType: FollowUpType | null
  onClose: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const undoToast = useUndoToast()
  const { id } = customer
  const files = useKeptFiles(id)
  const mayAddTask = useRights().allowed('tasks.write')
  const [draft] = useState(() => findFollowUpDraft(id))
  const lost = lostNames(useFollowUpDraft(id), files)
  const [start] = useState<FollowUpFormValues>(() => {
    if (draft) return typedIn(draft)
    return {
      ...{ customerId: id, occurredAt: Date.now(), content: '' },
      type: suggestType(id, latestType),
      ...{ outcome: null, contactId: null },
      ...{ nextFollowAt: null, nextNote: '', nextType: null, nextAllDay: false },
    }
  })
  return (
    <FollowUpForm
      customer={customer}
      start={start}
      startTask={draft?.task ?? null}
      files={files}
      lost={lost}
      onDropLost={(name) => forgetLostName(id, name)}
      mayAddTask={mayAddTask}
      onFiles={(chosen) => {
        keepFiles(id, chosen)
        // Files alone are worth keeping too, before anything is typed.
        if (!findFollowUpDraft(id)) keepFollowUpDraft(start, null)
      }}
      onDraft={keepFollowUpDraft}
      onDiscard={
        draft
          ? () => {
              onClose()
              forgetFollowUpDraft(id, null)
            }
          : undefined
      }
      onClose={onClose}
      onSave={async (fields, task) => {
        await saveEntry(id, files, 'follow-ups.create', (uploadIds) => ({
          ...{ ...fields, uploadIds, task },
        }))
        forgetFollowUpDraft(id, fields.type)
        onClose()
        undoToast(t('toast.saved'))
      }}
    />
  )
}

/** The fields of the form alone. */
function typedIn({ task: _task, fileNames: _names, ...values }: FollowUpDraft): FollowUpFormValues {
  return values
}

/** The type of the last entry of this customer; one of no type says nothing. */
function suggestType(customerId: number, latestType: FollowUpType | null): FollowUpType {
  const last = useComposerStore.getState().lastTypes.get(customerId)
  return last ?? (latestType === 'other' ? null : latestType) ?? 'phone'
}
