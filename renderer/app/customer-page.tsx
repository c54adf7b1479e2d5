import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import { AttachmentsTab } from '@renderer/features/attachments/attachments-tab'
import { OpenedAttachment } from '@renderer/features/attachments/opened-attachment'
import { useAttachmentCount } from '@renderer/features/attachments/use-attachment-count'
import { BehaviorsTab } from '@renderer/features/behaviors/behaviors-tab'
import { ContactsSection } from '@renderer/features/contacts/contacts-section'
import { ContactsTab } from '@renderer/features/contacts/contacts-tab'
import { useContacts } from '@renderer/features/contacts/use-contacts'
import { CustomerView } from '@renderer/features/customers/customer-view'
import { DeadlineBar } from '@renderer/features/deadlines/deadline-bar'
import { Activity } from '@renderer/features/follow-ups/activity'
import { openComposer } from '@renderer/features/follow-ups/composer-store'
import { useMergedInto } from '@renderer/features/duplicates/use-merged-into'
import { FieldHistory } from '@renderer/features/history/field-history'
import { CheckMark, ChecksSection } from '@renderer/features/quality/checks-section'
import { CasesTab } from '@renderer/features/service-cases/cases-tab'
import { CustomerTasksTab } from '@renderer/features/tasks/customer-tasks-tab'
import { useTaskCount } from '@renderer/features/tasks/use-task-count'
import { TagEditor } from '@renderer/features/tags/tag-editor'
import { useRights } from '@renderer/lib/use-rights'

/** One customer with their follow-ups, people and tags. */
export function CustomerPage() {
  const id = Number(useParams().id)
  if (!Number.isSafeInteger(id) || id < 1) return <Navigate to="/customers" replace />
  return <OneCustomer id={id} />
}

function OneCustomer({ id }: { id: number }) {
  const { t } = useTranslation([
    ...(['attachments', 'contacts', 'history', 'service-cases', 'behaviors', 'tasks'] as const),
  ])
  const { allowed, may, level } = useRights()
  const navigate = useNavigate()
  const contacts = useContacts(id, true)
  const attachments = useAttachmentCount(id)
  const tasks = useTaskCount(id)
  const mergedInto = useMergedInto(id)
  const [openFile, setOpenFile] = useState<number | null>(null)
  if (mergedInto !== null) return <Navigate to={`/customers/${mergedInto}`} replace />
  return (
    <CustomerView
      id={id}
      onLog={openComposer}
      tabs={({ id: customerId, relation, deletedAt }) => [
        ...(allowed('tasks.read')
          ? [
              {
                key: 'tasks',
                label: t('tasks:title'),
                count: tasks,
                content: (
                  <CustomerTasksTab key={id} {...{ customerId }} locked={deletedAt !== null} />
                ),
              },
            ]
          : []),
        ...(contacts && level('contact', relation) !== 'none'
          ? [
              {
                key: 'contacts',
                label: t('contacts:title'),
                count: contacts.contacts.length,
                content: (
                  <ContactsTab
                    {...{ customerId, relation, contacts }}
                    locked={deletedAt !== null}
                  />
                ),
              },
            ]
          : []),
        ...(level('notes', relation) === 'full'
          ? [
              {
                key: 'attachments',
                label: t('attachments:title'),
                count: attachments,
                content: (
                  <AttachmentsTab
                    key={id}
                    {...{ customerId, relation }}
                    locked={deletedAt !== null}
                  />
                ),
              },
            ]
          : []),
        ...(may('service-cases.read', relation)
          ? [
              {
                key: 'service-cases',
                label: t('service-cases:tab'),
                count: null,
                content: (
                  <CasesTab
                    key={customerId}
                    customerId={customerId}
                    canWrite={may('service-cases.write', relation) && deletedAt === null}
                  />
                ),
              },
            ]
          : []),
        ...(may('follow-ups.read', relation)
          ? [
              {
                key: 'behaviors',
                label: t('behaviors:tab'),
                count: null,
                content: (
                  <BehaviorsTab
                    key={customerId}
                    customerId={customerId}
                    canWrite={may('follow-ups.write', relation) && deletedAt === null}
                  />
                ),
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
      side={(detail, open) => (
        <>
          {contacts && level('contact', detail.relation) !== 'none' && (
            <section>
              <ContactsSection
                {...{ customerId: detail.id, relation: detail.relation, contacts }}
                locked={detail.deletedAt !== null}
                onOpen={() => open('contacts')}
              />
            </section>
          )}
          <ChecksSection detail={detail} />
        </>
      )}
      check={(detail, field) => <CheckMark detail={detail} field={field} />}
      banner={({ id: customerId, relation, archivedAt }) =>
        archivedAt === null && (
          <DeadlineBar customerId={customerId} canSettle={may('customers.write', relation)} />
        )
      }
      profile={() => null}
      activity={(detail) => (
        <>
          <Activity
            customer={{ id: detail.id, name: detail.name, relation: detail.relation }}
            locked={detail.deletedAt !== null}
            onOpenFile={setOpenFile}
          />
          {openFile !== null && (
            <OpenedAttachment
              customerId={detail.id}
              fileId={openFile}
              onClose={() => setOpenFile(null)}
            />
          )}
        </>
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
