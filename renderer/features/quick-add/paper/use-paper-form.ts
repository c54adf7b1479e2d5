import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { systemClock } from '@shared/core/clock'
import { toIsoDate } from '@shared/core/dates'
import {
  customerInput,
  type CustomerFields,
  type CustomerFormValues,
} from '@shared/features/customers/customers.schema'
import { readTypedDate } from '@shared/features/quick-add/paper.rules'
import { request } from '@renderer/lib/client'
import { addSaved, firstRecord, hasRecord, keepRecord, startNext } from './paper-store'

/** The record that is being typed. Saving goes through `customers.create` like any other new customer and begins the next. */
export function usePaperForm({ mayUndo, onSaved }: { mayUndo: boolean; onSaved: () => void }) {
  const [values] = useState(firstRecord)
  const [problem, setProblem] = useState<unknown>(null)
  const saving = useRef(false)
  const form = useForm<CustomerFormValues, unknown, CustomerFields>({
    resolver: zodResolver(customerInput),
    defaultValues: values,
    mode: 'onTouched',
  })
  const { reset, subscribe, getValues, setValue } = form

  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ values: typed, isDirty }) => {
          // Typed back to where it began: the draft has to go back too.
          if (isDirty || hasRecord()) keepRecord(typed)
        },
      }),
    [subscribe],
  )

  const completeDate = () => {
    const typed = getValues('firstContactOn')
    if (!typed) return
    const date = readTypedDate(typed, toIsoDate(systemClock()))
    if (date !== typed) setValue('firstContactOn', date, { shouldValidate: true })
  }

  const submit = form.handleSubmit(async (fields) => {
    setProblem(null)
    try {
      const { id, code } = await request('customers.create', fields)
      const commandId = mayUndo ? await lastCommandId() : null
      addSaved({ id, code, name: fields.name, commandId, undone: false })
      reset(startNext(getValues()))
      onSaved()
    } catch (error) {
      setProblem(error)
    }
  })

  return {
    form,
    problem,
    completeDate,
    save: async () => {
      // Enter held down must not save the record twice.
      if (saving.current) return
      saving.current = true
      completeDate()
      await submit()
      saving.current = false
    },
  }
}

async function lastCommandId(): Promise<number | null> {
  try {
    const { undo } = await request('history.getState', {})
    return undo?.route === 'customers.create' ? undo.commandId : null
  } catch {
    return null
  }
}
