import { useMemo, useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type {
  FollowUpFields,
  FollowUpFormValues,
} from '@shared/features/follow-ups/follow-ups.schema'
import {
  type DateReader,
  datesAhead,
  momentOf,
  noStep,
  type Reading,
  readStep,
  readTask,
  startReading,
  type StepValues,
} from '@shared/features/follow-ups/next-step.rules'

export type FollowUpFormControl = UseFormReturn<FollowUpFormValues, unknown, FollowUpFields>

/** The next step of a form: read from the text until the person chooses or drops one; what it holds is what is shown and saved. */
export function useNextStep(
  { control, setValue, getValues, formState: { isSubmitted } }: FollowUpFormControl,
  start: FollowUpFormValues,
  reader: DateReader,
) {
  const [reading, setReading] = useState<Reading>(() => startReading(start, reader))
  const [content, nextFollowAt = null] = useWatch({ control, name: ['content', 'nextFollowAt'] })
  const dates = useMemo(() => datesAhead(content, reader), [content, reader])
  const shown = dates.filter(({ source }) => !reading.dropped.includes(source))
  const isRead = (at: number | null) => shown[0] !== undefined && momentOf(shown[0]).at === at

  function put(step: StepValues, { ownNote }: Reading): void {
    setValue('nextFollowAt', step.nextFollowAt)
    setValue('nextAllDay', step.nextAllDay)
    setValue('nextType', step.nextType)
    if (!ownNote) setValue('nextNote', step.nextNote)
  }

  return {
    /** Dates ahead that the text says and that were not dropped, in its order. */
    dates: shown,
    /** The words that the next step was read from; null where the person chose it. */
    source: !reading.own && isRead(nextFollowAt) ? (shown[0]?.source ?? null) : null,
    /** What else the text asks for; shown before it is taken. */
    task: nextFollowAt === null ? null : readTask(content, shown, nextFollowAt),
    /** The text changed. */
    write: (text: string): void => {
      setValue('content', text, { shouldValidate: isSubmitted })
      if (!reading.own) put(readStep(text, datesAhead(text, reader), reading), reading)
    },
    /** The person chose a moment; what to do then stays. */
    choose: (at: number, allDay: boolean): void => {
      setReading({ ...reading, own: true })
      setValue('nextFollowAt', at)
      setValue('nextAllDay', allDay)
    },
    /** No next step; dates that come into the text later are read again. */
    drop: (): void => {
      const next: Reading = {
        ...{ own: false, ownNote: false },
        dropped: datesAhead(getValues('content'), reader).map(({ source }) => source),
      }
      setReading(next)
      put(noStep, next)
    },
    /** What to do then was typed by hand. */
    ownNote: () => setReading({ ...reading, ownNote: true }),
  }
}

export type NextStepState = ReturnType<typeof useNextStep>
