import type { TFunction } from 'i18next'
import { roles } from '@shared/core/permissions'
import { readSubject } from '@shared/features/audit/audit.rules'
import type { AuditLine } from '@shared/features/audit/audit.schema'
import { pointTypes } from '@shared/features/contacts/contacts.enums'
import { revealFields } from '@shared/features/customers/customers.contract'

type Counted = { t: TFunction<'audit'>; count: (value: number) => string }

/** Words for what was done; a route that a newer program wrote stands as it is. */
export function routeWords(t: TFunction<'audit'>, route: string): string {
  return t(`route.${route}`, { defaultValue: route })
}

/**
 * What else is known of an entry, in words: fields that were looked at, the person it was about, rows changed. Never a
 * value, because the trail holds none.
 */
export function detailWords(
  line: Pick<AuditLine, 'changes' | 'subject'>,
  names: ReadonlyMap<number, string>,
  { t, count }: Counted,
): string {
  const changes =
    line.changes > 0 ? t('audit:changes', { count: line.changes, shown: count(line.changes) }) : ''
  return [subjectWords(line.subject, names, { t, count }), changes].filter(Boolean).join(' · ')
}

function subjectWords(
  text: string | null,
  names: ReadonlyMap<number, string>,
  { t, count }: Counted,
): string {
  const subject = readSubject(text)
  if (!subject) return ''
  if (subject.kind === 'customer')
    return subject.fields.map((field) => fieldWords(t, field)).join(t('audit:and'))
  if (subject.kind === 'user') {
    const name = subject.id === null ? null : names.get(subject.id)
    return [name ?? '', roleWords(t, subject.rest)].filter(Boolean).join(' · ')
  }
  if (subject.kind === 'lines')
    return t('audit:lines', { count: subject.count, shown: count(subject.count) })
  if (subject.kind === 'customers')
    return t('audit:manyCustomers', { count: subject.count, shown: count(subject.count) })
  if (subject.kind === 'lost')
    return t('audit:lost', { shown: count(subject.count), count: subject.count })
  if (subject.kind === 'entry') return t('audit:fromEntry', { number: count(subject.id) })
  return subject.kind === 'result' ? t(`result.${subject.result}`) : subject.text
}

function fieldWords(t: TFunction<'audit'>, field: string): string {
  const known = [...revealFields, ...pointTypes, 'attachment' as const].find((one) => one === field)
  return known ? t(`field.${known}`) : field
}

function roleWords(t: TFunction<'audit'>, text: string): string {
  const role = roles.find((one) => one === text)
  return role ? t(`common:role.${role}`) : text
}
