import { useEffect, useRef } from 'react'
import type { KebuEvent } from '@shared/contract'

type EventOf<T extends KebuEvent['type']> = Extract<KebuEvent, { type: T }>

/** Listens to one kind of event of the program while the component stands. */
export function useKebuEvent<T extends KebuEvent['type']>(
  type: T,
  listener: (event: EventOf<T>) => void,
): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(
    () =>
      window.kebu.on((event) => {
        if (event.type === type) latest.current(event as EventOf<T>)
      }),
    [type],
  )
}
