import { Button } from 'antd'
import { UserRoundPlus } from 'lucide-react'
import { useEffect } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Relation } from '@shared/core/permissions'
import { EmptyState } from '@renderer/components/empty-state'
import { Kbd } from '@renderer/components/kbd'
import { ContactEditor } from './contact-editor'
import { ContactList } from './contact-list'
import { findContactDraft, openEditor, useContactStore } from './contact-store'
import styles from './contacts-tab.module.css'
import { OwnPoints } from './own-points'
import { type Contacts, useContactRights } from './use-contacts'

/** Everybody at a customer and every way to reach them, changed in their place (R006, R015, R023, R024). */
export function ContactsTab({
  customerId,
  relation,
  locked,
  contacts: { contacts, points },
}: {
  customerId: number
  /** Whose the customer is: it decides what one sees and may do. */
  relation: Relation
  /** In the recycle bin: to be looked at only. */
  locked: boolean
  contacts: Contacts
}) {
  const { t } = useTranslation('contacts')
  const rights = useContactRights(relation, locked)
  const editing = useContactStore(({ opened }) =>
    opened?.customerId === customerId ? opened.place : null,
  )
  const canEdit = rights.edit

  // What was typed before the page was left or the book locked stands open again.
  useEffect(() => {
    const draft = canEdit ? findContactDraft(customerId) : null
    if (draft) openEditor(customerId, draft.place)
  }, [customerId, canEdit])

  const add = (
    <Button onClick={() => openEditor(customerId, 'new')}>
      <UserRoundPlus size={16} strokeWidth={1.6} aria-hidden />
      {t('add')}
      <Kbd keys="a" />
    </Button>
  )
  return (
    <div className={styles.tab}>
      {canEdit && editing !== 'new' && contacts.length > 0 && (
        <div className={styles.bar}>{add}</div>
      )}
      {editing === 'new' && (
        <div className={styles.new}>
          <ContactEditor customerId={customerId} place="new" />
        </div>
      )}
      {contacts.length > 0 ? (
        <ContactList
          key={customerId}
          {...{ customerId, contacts, rights }}
          editing={canEdit ? editing : null}
        />
      ) : (
        editing !== 'new' && (
          <EmptyState
            flush
            text={
              canEdit ? (
                <Trans t={t} i18nKey="empty" components={{ key: <Kbd keys="a" /> }} />
              ) : (
                t('none')
              )
            }
            {...(canEdit ? { actions: add } : {})}
          />
        )
      )}
      <OwnPoints
        key={`own ${customerId}`}
        {...{ customerId, points, rights }}
        isEditing={canEdit && editing === 'own'}
      />
    </div>
  )
}
