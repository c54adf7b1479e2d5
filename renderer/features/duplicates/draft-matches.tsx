import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RouteOutput } from '@shared/contract'
import { mostCompared } from '@shared/features/duplicates/duplicates.contract'
import { Note } from '@renderer/components/note'
import { PrivateText } from '@renderer/components/private-text'
import { useRouteQuery } from '@renderer/lib/client'
import type { CustomerDraftFields } from '@renderer/lib/draft-advice'
import styles from './draft-matches.module.css'
import { ReasonsText } from './reasons-text'
import { useComposing } from './use-composing'
import { useSettled } from './use-settled'

/** Long enough not to ask at every letter, short enough to be there when the next field begins. */
const waitMs = 300
/** More of them would hide the form. */
const shown = 3

/** Who of the book the customer being typed may be (R050): a calm note, never in the way of saving. */
export function DraftMatches({ draft }: { draft: CustomerDraftFields }) {
  const { t } = useTranslation('duplicates')
  const composing = useComposing()
  const settled = useSettled(draft, { waitMs, paused: composing })
  const wanted = {
    ...settled,
    phones: settled.phones.slice(0, mostCompared),
    emails: settled.emails.slice(0, mostCompared),
  }
  const { data } = useRouteQuery('duplicates.find', wanted, {
    enabled: hasSomething(settled),
    keepPrevious: true,
  })
  if (!data || !hasSomething(settled)) return null
  const { matches, taken } = data
  if (matches.length === 0 && !taken.phone && !taken.email) return null
  return (
    <div role="status" aria-label={t('draft.label')} className={styles.advice}>
      <Note tone="warn">
        {matches.length > 0 && (
          <ul className={styles.list}>
            {matches.slice(0, shown).map((match) => (
              <Match key={match.id} match={match} editedId={draft.id} />
            ))}
          </ul>
        )}
        {matches.length > shown && (
          <p className={styles.taken}>{t('draft.more', { count: matches.length - shown })}</p>
        )}
        {taken.phone && <p className={styles.taken}>{t('draft.phoneTaken')}</p>}
        {taken.email && <p className={styles.taken}>{t('draft.emailTaken')}</p>}
      </Note>
    </div>
  )
}

type Match = RouteOutput<'duplicates.find'>['matches'][number]

function Match({ match, editedId }: { match: Match; editedId: number | null }) {
  const { t } = useTranslation('duplicates')
  return (
    <li className={styles.match}>
      <span className={styles.who}>
        <PrivateText text={match.name} className={styles.name} />
        <span className={styles.meta}>
          {[match.code, match.ownerName, match.archived && t('archived')]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Link to={`/customers/${match.id}`}>{t('draft.open')}</Link>
        {editedId !== null && match.writable && (
          <Link to={`/merge/${match.id}-${editedId}`}>{t('draft.mergeInto')}</Link>
        )}
      </span>
      <ReasonsText level={match.level} reasons={match.reasons} />
    </li>
  )
}

/** One letter of a name is everybody's. */
function hasSomething({ name, phones, emails, creditCode }: CustomerDraftFields): boolean {
  const long = phones.some((phone) => phone.replace(/\D/g, '').length >= 7)
  return (
    [...name.trim()].length >= 2 ||
    long ||
    emails.some((one) => one.includes('@')) ||
    creditCode !== ''
  )
}
