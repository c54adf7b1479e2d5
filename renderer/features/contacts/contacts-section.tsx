import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '@shared/core/phone'
import type { Relation } from '@shared/core/permissions'
import type { ContactView } from '@shared/features/contacts/contacts.schema'
import { Avatar } from '@renderer/components/avatar'
import { IconButton } from '@renderer/components/icon-button'
import { PrivateText } from '@renderer/components/private-text'
import { RevealValue } from '@renderer/components/reveal-value'
import { SectionTitle } from '@renderer/components/section-title'
import { pointKind } from '@renderer/lib/point-kind'
import { coverText, usePrivacy } from '@renderer/lib/privacy'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { openEditor } from './contact-store'
import styles from './contacts-section.module.css'
import { type Contacts, useContactRights } from './use-contacts'
import { useRevealPoint } from './use-reveal-point'

/** 联系人与决策链 at the side of the customer page: who decides what, and the first number of each. A adds somebody. */
export function ContactsSection({
  customerId,
  relation,
  locked,
  contacts: { contacts },
  onOpen,
}: {
  customerId: number
  relation: Relation
  /** In the recycle bin: to be looked at only. */
  locked: boolean
  contacts: Contacts
  /** Shows all of it. */
  onOpen: () => void
}) {
  const { t } = useTranslation('contacts')
  const rights = useContactRights(relation, locked)
  const reveal = useRevealPoint(customerId)
  const add = () => {
    openEditor(customerId, 'new')
    onOpen()
  }
  useShortcut('a', add, { enabled: rights.edit })
  return (
    <>
      <SectionTitle
        action={
          rights.edit && (
            <IconButton icon={Plus} label={t('add')} keys="a" placement="left" onClick={add} />
          )
        }
      >
        {t('section')}
      </SectionTitle>
      {contacts.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <ol className={styles.chain} aria-label={t('section')}>
          {contacts.map((person) => (
            <Person
              key={person.id}
              person={person}
              reveal={reveal}
              canReveal={rights.reveal}
              onOpen={onOpen}
            />
          ))}
        </ol>
      )}
    </>
  )
}

function Person({
  person,
  reveal,
  canReveal,
  onOpen,
}: {
  person: ContactView
  reveal: ReturnType<typeof useRevealPoint>
  canReveal: boolean
  onOpen: () => void
}) {
  const { t } = useTranslation('contacts')
  const covered = usePrivacy()
  const point = person.points.find(({ type }) => type === 'phone') ?? person.points[0]
  return (
    <li className={styles.person}>
      <Avatar name={person.name} size={28} isPrivate />
      <div className={styles.words}>
        <div className={styles.line}>
          <button type="button" className={styles.name} onClick={onOpen}>
            <PrivateText text={person.name} />
          </button>
          {person.position && <PrivateText text={person.position} className={styles.position} />}
          {person.decisionRole && (
            <span className={styles.role}>{t(`role.${person.decisionRole}`)}</span>
          )}
        </div>
        {point && (
          <span className={styles.number}>
            <RevealValue
              masked={point.masked}
              shown={reveal.values[point.id]}
              label={`${covered ? coverText(person.name) : person.name} · ${t(pointKind(point))}`}
              onToggle={canReveal ? () => void reveal.toggle(point.id) : null}
              {...(point.type === 'phone' ? { format: formatPhone } : {})}
            />
          </span>
        )}
      </div>
    </li>
  )
}
