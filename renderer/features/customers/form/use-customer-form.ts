import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { AppError } from '@shared/core/errors'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { request } from '@renderer/lib/client'
import { changesOf } from '@renderer/lib/draft-changes'
import {
  changedCustom,
  type FormFields,
  formSchema,
  type FormValues,
  typedTexts,
} from './custom-values'
import { type CustomerDraft, dropDraft, findDraft, keepDraft } from './draft-store'
import { loadForm } from './load-form'

export type FormStart = { id: number | null; start: CustomerDraft; draft?: 'card' | undefined }

/**
 * The form of a customer: a draft of an earlier visit comes back, every change is kept as a draft, saving drops it.
 * A customer that changed meanwhile is not overwritten: `stale` offers `takeNewest`, which keeps what was typed.
 */
export function useCustomerForm(
  { id, start, draft: from }: FormStart,
  customFields: readonly CustomField[],
  onSaved: (id: number, code: string) => void,
) {
  const key = id ?? from ?? 'new'
  const [draft] = useState(() => findDraft(key))
  const [hadDraft, setHadDraft] = useState(draft !== null && from !== 'card')
  const [base, setBase] = useState(draft?.updatedAt ?? start.updatedAt)
  const [problem, setProblem] = useState<unknown>(null)
  const [baseCustom, setBaseCustom] = useState(start.values.custom)
  const form = useForm<FormValues, unknown, FormFields>({
    resolver: zodResolver(formSchema(customFields, baseCustom)),
    defaultValues: start.values,
    mode: 'onTouched',
  })
  const { reset, subscribe, getValues } = form
  const [firstValues] = useState(() => ({
    ...start.values,
    ...draft?.values,
    custom: { ...start.values.custom, ...draft?.values.custom },
  }))

  useEffect(() => {
    if (draft) reset(firstValues, { keepDefaultValues: true })
  }, [draft, firstValues, reset])

  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ values, isDirty, defaultValues = {} }) => {
          if (isDirty)
            keepDraft(key, { values: typedOver(id, values, defaultValues), updatedAt: base })
          else if (findDraft(key)) dropDraft(key)
        },
      }),
    [subscribe, id, key, base],
  )

  const save = form.handleSubmit(async ({ custom: texts, points, ...fields }) => {
    setProblem(null)
    const custom = changedCustom(texts, baseCustom)
    try {
      if (id === null) {
        const created = await request('customers.create', { ...fields, custom, points })
        dropDraft(key)
        onSaved(created.id, created.code)
      } else {
        await request('customers.update', { id, updatedAt: base ?? 0, fields, custom })
        dropDraft(key)
        onSaved(id, '')
      }
    } catch (error) {
      setProblem(error)
    }
  })

  return {
    form,
    save,
    hadDraft,
    problem,
    stale: problem instanceof AppError && problem.code === 'customers.changed-meanwhile',
    startOver: () => {
      reset(start.values)
      setBaseCustom(start.values.custom)
      setBase(start.updatedAt)
      setHadDraft(false)
      dropDraft(key)
    },
    takeNewest: async () => {
      if (id === null) return
      try {
        const newest = await loadForm(id)
        reset(newest.values, { keepDirtyValues: true, keepErrors: true })
        setBase(newest.updatedAt)
        setBaseCustom(newest.values.custom)
        keepDraft(key, {
          values: typedOver(id, getValues(), newest.values),
          updatedAt: newest.updatedAt,
        })
        setProblem(null)
      } catch (error) {
        setProblem(error)
      }
    },
  }
}

type StartValues = Partial<Omit<FormValues, 'custom' | 'points'>> & {
  custom?: Partial<Record<string, string>> | undefined
}

/** Of a new customer everything is kept: the form may begin with another name next time. One that is there has no new points. */
function typedOver(
  id: number | null,
  { custom, points, ...values }: FormValues,
  { custom: startCustom = {}, ...start }: StartValues,
): Partial<FormValues> {
  if (id === null) return { ...values, custom, points }
  const typed = typedTexts(custom, startCustom)
  return {
    ...changesOf(values, start),
    ...(Object.keys(typed).length > 0 ? { custom: typed } : {}),
  }
}
