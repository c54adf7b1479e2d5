import { useState } from 'react'
import type { RouteOutput } from '@shared/contract'
import type { MergeField } from '@shared/features/duplicates/merge-fields'
import type { MergeChoice, MergeChoices } from '@shared/features/duplicates/merge.rules'
import { request, useRouteQuery } from '@renderer/lib/client'

export type MergePreview = RouteOutput<'duplicates.preview'>
type Numbers = { phone: string | null; email: string | null }

/** What is chosen on the page of a merge. Another survivor brings other proposals; what was chosen by hand stays. */
export function useMerge(ids: number[]) {
  const [survivor, setSurvivor] = useState<number | null>(null)
  const [choices, setChoices] = useState<MergeChoices>({})
  const [custom, setCustom] = useState<Record<number, number>>({})
  const [numbers, setNumbers] = useState<Record<number, Numbers> | null>(null)
  const preview = useRouteQuery(
    'duplicates.preview',
    { ids, survivorId: survivor },
    { keepPrevious: true },
  )
  const { data } = preview

  return {
    preview,
    survivorId: survivor ?? data?.survivorId ?? 0,
    chooseSurvivor: setSurvivor,
    choiceOf: (field: MergeField): MergeChoice =>
      choices[field] ?? data?.lines.find((line) => line.field === field)?.choice ?? 0,
    choose: (field: MergeField, choice: MergeChoice) =>
      setChoices((before) => ({ ...before, [field]: choice })),
    customChoiceOf: (fieldId: number): number =>
      custom[fieldId] ?? data?.custom.find((line) => line.fieldId === fieldId)?.choice ?? 0,
    chooseCustom: (fieldId: number, customerId: number) =>
      setCustom((before) => ({ ...before, [fieldId]: customerId })),
    /** Whole phones and addresses, once they were asked for. */
    numbers,
    async reveal(): Promise<void> {
      const entries: [number, Numbers][] = []
      for (const { id } of data?.customers ?? []) {
        const { phone = null, email = null } = await request('customers.reveal', {
          ...{ id, fields: ['phone', 'email'] },
        })
        entries.push([id, { phone, email }])
      }
      setNumbers(Object.fromEntries(entries))
    },
    async merge(): Promise<RouteOutput<'duplicates.merge'> | null> {
      if (!data) return null
      return request('duplicates.merge', {
        survivorId: survivor ?? data.survivorId,
        customers: data.customers.map(({ id, updatedAt }) => ({ id, updatedAt })),
        // Everything that is shown as chosen, so that what happens is what was seen.
        choices: Object.fromEntries(
          data.lines
            .filter(({ locked }) => !locked)
            .map(({ field, choice }) => [field, choices[field] ?? choice]),
        ),
        custom: data.custom.map(({ fieldId, choice }) => ({
          fieldId,
          customerId: custom[fieldId] ?? choice,
        })),
      })
    },
  }
}
export type MergeState = ReturnType<typeof useMerge>
