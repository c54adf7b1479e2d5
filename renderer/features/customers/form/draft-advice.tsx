import { useWatch } from 'react-hook-form'
import { reachedBy } from '@shared/features/contacts/contacts.rules'
import { useDraftAdvice } from '@renderer/lib/draft-advice'
import type { CustomerControl } from './form-fields'

/** The place of the form where other features speak about what is typed, such as who it may be already. */
export function DraftAdvice({ control, id }: { control: CustomerControl; id: number | null }) {
  const advise = useDraftAdvice()
  const [kind, name, contactPerson, phone, email, creditCode, points] = useWatch({
    control,
    name: ['kind', 'name', 'contactPerson', 'phone', 'email', 'creditCode', 'points'],
  })
  const { phones, emails } = reachedBy({ phone, email, points })
  const given = (text: string | null | undefined) => (text ?? '').slice(0, 200)
  const listed = (texts: string[]) => texts.map(given)
  return advise({
    ...{ id, kind, name: given(name), contactPerson: given(contactPerson) },
    ...{ phones: listed(phones), emails: listed(emails), creditCode: given(creditCode) },
  })
}
