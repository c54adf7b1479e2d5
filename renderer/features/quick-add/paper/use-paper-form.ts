import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { systemClock } from '@shared/core/clock'
import { toIsoDate } from '@shared/core/dates'
import {
  newCustomerInput,
  type NewCustomer,
  type NewCustomerValues,
} from '@shared/features/customers/customers.schema'
import { readTypedDate } from '@shared/features/quick-add/paper.rules'
import { settleNumbers } from '@shared/features/quick-add/typed-numbers.rules'
import { request } from '@renderer/lib/client'
import { addSaved, firstRecord, hasRecord, keepRecord, startNext } from './paper-store'

/** The record that is being typed. Saving goes through `customers.create` like any other new customer and begins the next. */
export function usePaperForm({ mayUndo, onSaved }: { mayUndo: boolean; onSaved: () => void }) {
  const [values] = useState(firstRecord)
  const [problem, setProblem] = useState<unknown>(null)
  const saving = useRef(false)
  const form = useForm<NewCustomerValues, unknown, NewCustomer>({
    resolver: zodResolver(newCustomerInput),
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

  /** Of several numbers in one place the first stays there, and the others are shown under the fields. */
  const completeNumbers = (name: 'phone' | 'email') => {
    const typed = getValues(name) ?? ''
    const { main, points } = settleNumbers(name, typed, getValues('points') ?? [])
    if (main === typed) return
    setValue(name, main, { shouldValidate: true })
    setValue('points', points)
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
    completeNumbers,
    save: async () => {
      // Enter held down must not save the record twice.
      if (saving.current) return
      saving.current = true
      completeDate()
      completeNumbers('phone')
      completeNumbers('email')
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
