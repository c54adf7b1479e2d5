import { useEffect, useState } from 'react'
import { useRouteQuery } from '@renderer/lib/client'
import { beginDrafts, endDrafts, flushDrafts } from '@renderer/lib/drafts'
import { useKebuEvent } from '@renderer/lib/use-kebu-event'
import { activityEvents, isActivity, secondsUntil } from './lock-warning-rules'

/** How often the countdown is drawn anew, in ms. */
const tickMs = 250
/** A lock that has not come so long after its time, in ms, was put off: a job began. */
const lateMs = 3000

/** Drafts of the person who is signed in: read after the unlock, written when the window goes away (X1). */
export function useDraftSession(): void {
  const { data: state } = useRouteQuery('vault.getState', {})
  const session =
    state?.phase === 'open' && state.session
      ? `${state.book?.folder} ${state.session.uid} ${state.preview}`
      : null
  useEffect(() => {
    if (session === null) return
    // Without them the forms begin empty; what is wrong with the book shows elsewhere.
    beginDrafts(session).catch(() => undefined)
    return endDrafts
  }, [session])
  useEffect(() => {
    const flush = () => void flushDrafts()
    window.addEventListener('blur', flush)
    window.addEventListener('beforeunload', flush)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('beforeunload', flush)
    }
  }, [])
}

/**
 * Keeps what was typed as soon as a lock is announced, and counts down to one that can still be put off.
 * @returns seconds left; null while no lock is near
 */
export function useLocking(): number | null {
  const { data: state } = useRouteQuery('vault.getState', {})
  const [until, setUntil] = useState<number | null>(null)
  const [seconds, setSeconds] = useState(0)
  useKebuEvent('vault.locking', (event) => {
    void flushDrafts()
    setSeconds(event.seconds)
    setUntil(event.seconds > 0 ? performance.now() + event.seconds * 1000 : null)
  })
  useEffect(() => {
    if (until === null) return
    const stop = (event: Event) => {
      if (isActivity(event)) setUntil(null)
    }
    const timer = setInterval(() => {
      const now = performance.now()
      if (now > until + lateMs) setUntil(null)
      else setSeconds(secondsUntil(until, now))
    }, tickMs)
    for (const type of activityEvents)
      window.addEventListener(type, stop, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const type of activityEvents) window.removeEventListener(type, stop, { capture: true })
    }
  }, [until])
  return state?.phase === 'open' && until !== null ? seconds : null
}
