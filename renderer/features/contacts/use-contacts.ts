import type { RouteOutput } from '@shared/contract'
import type { Relation } from '@shared/core/permissions'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'

export type Contacts = RouteOutput<'contacts.list'>

/** The people at a customer as the page shows them; `null` until they are read. */
export function useContacts(customerId: number, enabled: boolean): Contacts | null {
  const { data } = useRouteQuery('contacts.list', { customerId }, { enabled })
  return data ?? null
}

/** What the person at the window may do with the people at a customer; `locked` is one in the recycle bin (R083, R084). */
export function useContactRights(relation: Relation, locked: boolean) {
  const { may, level } = useRights()
  const seen = level('contact', relation)
  return {
    see: seen !== 'none',
    reveal: seen === 'full',
    edit: !locked && seen === 'full' && may('customers.write', relation),
  }
}
