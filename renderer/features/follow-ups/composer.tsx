import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import { Kbd } from '@renderer/components/kbd'
import { useIntentStore } from '@renderer/lib/intent-store'
import styles from './composer.module.css'
import { closeComposer, openComposer, useComposerStore, useFollowUpDraft } from './composer-store'
import type { EntryCustomer } from './entry-customer'
import { NewEntry } from './new-entry'

/** Closed it is one line; open it is the form for a new follow-up (R013). */
export function Composer({
  customer,
  latestType,
}: {
  customer: EntryCustomer
  /** Type of the newest entry, the first suggestion. */
  latestType: FollowUpType | null
}) {
  const { t } = useTranslation('follow-ups')
  const { id } = customer
  const openFor = useComposerStore((store) => store.openFor)
  const { intent, done } = useIntentStore()
  const draft = useFollowUpDraft(id)
  const left = draft?.content || draft?.fileNames?.join(' · ')
  const asked = intent?.kind === 'write-follow-up' && intent.customerId === id

  useEffect(() => {
    if (!asked) return
    openComposer(id)
    done()
  }, [asked, id, done])

  if (openFor === id)
    return <NewEntry key={id} customer={customer} latestType={latestType} onClose={closeComposer} />
  return (
    <button type="button" className={styles.line} onClick={() => openComposer(id)}>
      <span
        data-private={left ? true : undefined}
        className={left ? styles.draft : styles.placeholder}
      >
        {left ? t('composer.continue', { text: left }) : t('composer.invite')}
      </span>
      <Kbd keys="n" />
    </button>
  )
}
