import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useRights } from '@renderer/lib/use-rights'
import type { PlaceholderValues } from '@shared/features/phrases/phrases.rules'
import type { EntryCustomer } from './entry-customer'

/** Who is there at a customer and at the window, as far as the person may know, and what phrases may say of them. */
export function useEntryPeople({ id, name, relation }: EntryCustomer) {
  const format = useFormat()
  const { may, level } = useRights()
  const { data: state } = useRouteQuery('vault.getState', {})
  const sees = level('contact', relation) !== 'none'
  const { data } = useRouteQuery('contacts.list', { customerId: id }, { enabled: sees })
  const people = data?.contacts ?? []
  return {
    people,
    valuesOf: (contactId: number | null): PlaceholderValues => ({
      customer: name,
      contact: people.find((person) => person.id === contactId)?.name ?? null,
      date: format.prose(Date.now()),
      me: state?.session?.name ?? null,
    }),
    mayAddFiles: may('customers.write', relation) && level('notes', relation) === 'full',
  }
}
