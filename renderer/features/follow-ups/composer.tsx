import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  FollowUpFormValues,
  FollowUpType,
} from '@shared/features/follow-ups/follow-ups.schema'
import { Kbd } from '@renderer/components/kbd'
import { useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useIntentStore } from '@renderer/lib/intent-store'
import styles from './composer.module.css'
import {
  closeComposer,
  findFollowUpDraft,
  forgetFollowUpDraft,
  keepFollowUpDraft,
  openComposer,
  useComposerStore,
  useFollowUpDraft,
} from './composer-store'
import { FollowUpForm } from './follow-up-form'

/** Closed it is one line; open it is the form for a new follow-up (R013). */
export function Composer({
  customerId,
  latestType,
}: {
  customerId: number
  /** Type of the newest entry, the first suggestion. */
  latestType: FollowUpType | null
}) {
  const { t } = useTranslation('follow-ups')
  const openFor = useComposerStore((store) => store.openFor)
  const { intent, done } = useIntentStore()
  const draft = useFollowUpDraft(customerId)
  const asked = intent?.kind === 'write-follow-up' && intent.customerId === customerId

  useEffect(() => {
    if (!asked) return
    openComposer(customerId)
    done()
  }, [asked, customerId, done])

  if (openFor === customerId)
    return <OpenComposer key={customerId} customerId={customerId} latestType={latestType} />
  return (
    <button type="button" className={styles.line} onClick={() => openComposer(customerId)}>
      <span
        data-private={draft?.content ? true : undefined}
        className={draft?.content ? styles.draft : styles.placeholder}
      >
        {draft?.content ? t('composer.continue', { text: draft.content }) : t('composer.invite')}
      </span>
      <Kbd keys="n" />
    </button>
  )
}

function OpenComposer({
  customerId,
  latestType,
}: {
  customerId: number
  latestType: FollowUpType | null
}) {
  const { t } = useTranslation('follow-ups')
  const undoToast = useUndoToast()
  const [draft] = useState(() => findFollowUpDraft(customerId))
  const [start] = useState<FollowUpFormValues>(() => {
    const { lastTypes } = useComposerStore.getState()
    return (
      draft ?? {
        customerId,
        type: lastTypes.get(customerId) ?? (latestType === 'other' ? null : latestType) ?? 'phone',
        occurredAt: Date.now(),
        content: '',
        nextFollowAt: null,
        nextNote: '',
      }
    )
  })
  return (
    <FollowUpForm
      start={start}
      onDraft={keepFollowUpDraft}
      onDiscard={
        draft
          ? () => {
              closeComposer()
              forgetFollowUpDraft(customerId, null)
            }
          : undefined
      }
      onClose={closeComposer}
      onSave={async (fields) => {
        await request('follow-ups.create', fields)
        forgetFollowUpDraft(customerId, fields.type)
        closeComposer()
        undoToast(t('toast.saved'))
      }}
    />
  )
}
