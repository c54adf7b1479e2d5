import { useWatch } from 'react-hook-form'
import { useDraftAdvice } from '@renderer/lib/draft-advice'
import type { CustomerControl } from './form-fields'

/** The place of the form where other features speak about what is typed, such as who it may be already. */
export function DraftAdvice({ control, id }: { control: CustomerControl; id: number | null }) {
  const advise = useDraftAdvice()
  const [kind, name, contactPerson, phone, email, creditCode] = useWatch({
    control,
    name: ['kind', 'name', 'contactPerson', 'phone', 'email', 'creditCode'],
  })
  const given = (text: string | null | undefined) => (text ?? '').slice(0, 200)
  const listed = (text: string | null | undefined) => (text ? [given(text)] : [])
  return advise({
    ...{ id, kind, name: given(name), contactPerson: given(contactPerson) },
    ...{ phones: listed(phone), emails: listed(email), creditCode: given(creditCode) },
  })
}
