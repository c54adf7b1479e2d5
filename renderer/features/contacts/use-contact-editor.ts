import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { AppError } from '@shared/core/errors'
import {
  contactInput,
  type ContactFormValues,
  type ContactInput,
} from '@shared/features/contacts/contacts.schema'
import { request } from '@renderer/lib/client'
import {
  type ContactDraft,
  dropContactDraft,
  findContactDraft,
  keepContactDraft,
  type Place,
} from './contact-store'
import { type EditorStart, fitToRows, loadEditor, withoutEmpty } from './editor-values'

type Options = {
  customerId: number
  place: Place
  start: EditorStart
  onSaved: (values: ContactInput) => void
}

const judge = zodResolver(contactInput)

/** Empty lines are left out before any rule; what is wrong is said at the line that was shown. */
const resolve: typeof judge = async (values, context, options) => {
  const result = await judge(withoutEmpty(values), context, options)
  const { points } = result.errors
  if (!points) return result
  const filled = (values.points ?? []).flatMap(({ raw }, at) => (raw.trim() === '' ? [] : [at]))
  const placed: typeof points = []
  for (const [index, at] of filled.entries()) placed[at] = points[index]
  return { values: {}, errors: { ...result.errors, points: placed } }
}

/**
 * The editor of a person, or of the numbers of the customer itself: a draft of an earlier visit comes back, every change is kept as
 * one. What somebody changed meanwhile is not overwritten unseen: `stale` offers `takeTheirs` and `keepMine`.
 */
export function useContactEditor({ customerId, place, start, onSaved }: Options) {
  const [draft] = useState<ContactDraft | null>(() => {
    const found = findContactDraft(customerId)
    return found?.place === place ? found : null
  })
  const [base, setBase] = useState(draft ? draft.updatedAt : start.updatedAt)
  const [problem, setProblem] = useState<unknown>(null)
  const form = useForm<ContactFormValues, unknown, ContactInput>({
    resolver: resolve,
    defaultValues: draft?.values ?? start.values,
  })
  const { handleSubmit, reset, subscribe, getValues } = form

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          keepContactDraft(customerId, { place, updatedAt: base, values: structuredClone(values) }),
      }),
    [subscribe, customerId, place, base],
  )

  const send = async (fields: ContactInput, updatedAt: number | null) => {
    setProblem(null)
    try {
      if (place === 'new') await request('contacts.create', { customerId, fields })
      else if (place === 'own')
        await request('contacts.setPoints', {
          ...{ customerId, points: fields.points, pointsUpdatedAt: updatedAt },
        })
      else
        await request('contacts.update', {
          ...{ customerId, id: place, fields, updatedAt: updatedAt ?? 0 },
        })
      dropContactDraft(customerId)
      onSaved(fields)
    } catch (error) {
      setProblem(error)
    }
  }
  const newest = async (): Promise<EditorStart | null> => {
    try {
      return await loadEditor(customerId, place)
    } catch (error) {
      setProblem(error)
      return null
    }
  }

  return {
    form,
    problem,
    hadDraft: draft !== null,
    stale: problem instanceof AppError && problem.code === 'contacts.changed-meanwhile',
    save: handleSubmit((fields) => send(fields, base)),
    takeTheirs: async () => {
      const theirs = await newest()
      if (!theirs) return
      dropContactDraft(customerId)
      reset(theirs.values)
      setBase(theirs.updatedAt)
      setProblem(null)
    },
    keepMine: async () => {
      const theirs = await newest()
      const mine = contactInput.safeParse(withoutEmpty(getValues()))
      if (!theirs || !mine.success) return
      const there = new Set((theirs.values.points ?? []).flatMap(({ id }) => id ?? []))
      const { points, ...fields } = mine.data
      setBase(theirs.updatedAt)
      await send({ ...fields, points: fitToRows(points, there) }, theirs.updatedAt)
    },
  }
}
