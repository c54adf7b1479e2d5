import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import { ContactsSection } from '@renderer/features/contacts/contacts-section'
import { ContactsTab } from '@renderer/features/contacts/contacts-tab'
import { useContacts } from '@renderer/features/contacts/use-contacts'
import { CustomerView } from '@renderer/features/customers/customer-view'
import { Activity } from '@renderer/features/follow-ups/activity'
import { openComposer } from '@renderer/features/follow-ups/composer-store'
import { FieldHistory } from '@renderer/features/history/field-history'
import { TagEditor } from '@renderer/features/tags/tag-editor'
import { useRights } from '@renderer/lib/use-rights'

/** One customer with their follow-ups, people and tags. */
export function CustomerPage() {
  const id = Number(useParams().id)
  const { may, level } = useRights()
  const isId = Number.isSafeInteger(id) && id > 0
  const contacts = useContacts(id, isId)
  const { t } = useTranslation(['contacts', 'history'])
  const navigate = useNavigate()
  if (!isId) return <Navigate to="/customers" replace />
  return (
    <CustomerView
      id={id}
      onLog={openComposer}
      tabs={({ id: customerId, relation }) => [
        ...(contacts && level('contact', relation) !== 'none'
          ? [
              {
                key: 'contacts',
                label: t('contacts:title'),
                count: contacts.contacts.length,
                content: <ContactsTab {...{ customerId, relation, contacts }} />,
              },
            ]
          : []),
        {
          key: 'history',
          label: t('history:fields'),
          count: null,
          content: (
            <FieldHistory
              key={customerId}
              customerId={customerId}
              onOpenCustomer={(other) => void navigate(`/customers/${other}`)}
            />
          ),
        },
      ]}
      side={({ id: customerId, relation }, open) =>
        contacts &&
        level('contact', relation) !== 'none' && (
          <section>
            <ContactsSection
              {...{ customerId, relation, contacts }}
              onOpen={() => open('contacts')}
            />
          </section>
        )
      }
      profile={() => null}
      activity={(detail) => (
        <Activity
          customerId={detail.id}
          relation={detail.relation}
          locked={detail.deletedAt !== null}
        />
      )}
      tags={(detail) => (
        <TagEditor
          key={detail.id}
          customerId={detail.id}
          name={detail.name}
          canWrite={may('tags.write', detail.relation) && detail.deletedAt === null}
          tags={detail.tags}
        />
      )}
    />
  )
}
