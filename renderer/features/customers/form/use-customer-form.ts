import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { AppError } from '@shared/core/errors'
import {
  customerInput,
  type CustomerFields,
  type CustomerFormValues,
} from '@shared/features/customers/customers.schema'
import { request } from '@renderer/lib/client'
import { changesOf } from '@renderer/lib/draft-changes'
import { type CustomerDraft, dropDraft, findDraft, keepDraft } from './draft-store'
import { loadForm } from './load-form'

export type FormStart = { id: number | null; start: CustomerDraft; draft?: 'card' | undefined }

/**
 * The form of a customer: a draft of an earlier visit comes back, every change is kept as a draft, saving drops it.
 * A customer that changed meanwhile is not overwritten: `stale` offers `takeNewest`, which keeps what was typed.
 */
export function useCustomerForm(
  { id, start, draft: from }: FormStart,
  onSaved: (id: number, code: string) => void,
) {
  const key = id ?? from ?? 'new'
  const [draft] = useState(() => findDraft(key))
  const [hadDraft, setHadDraft] = useState(draft !== null && from !== 'card')
  const [base, setBase] = useState(draft?.updatedAt ?? start.updatedAt)
  const [problem, setProblem] = useState<unknown>(null)
  const form = useForm<CustomerFormValues, unknown, CustomerFields>({
    resolver: zodResolver(customerInput),
    defaultValues: start.values,
    mode: 'onTouched',
  })
  const { reset, subscribe, getValues } = form
  const [firstValues] = useState(() => ({ ...start.values, ...draft?.values }))

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

  const save = form.handleSubmit(async (fields) => {
    setProblem(null)
    try {
      if (id === null) {
        const created = await request('customers.create', fields)
        dropDraft(key)
        onSaved(created.id, created.code)
      } else {
        await request('customers.update', { id, updatedAt: base ?? 0, fields })
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
        keepDraft(key, {
          values: changesOf(getValues(), newest.values),
          updatedAt: newest.updatedAt,
        })
        setProblem(null)
      } catch (error) {
        setProblem(error)
      }
    },
  }
}

/** Of a new customer everything is kept: the form may begin with another name next time. */
function typedOver(
  id: number | null,
  values: CustomerFormValues,
  start: Partial<CustomerFormValues>,
): Partial<CustomerFormValues> {
  return id === null ? { ...values } : changesOf(values, start)
}
