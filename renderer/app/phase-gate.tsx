import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { ErrorState } from '@renderer/components/error-state'
import { Sheet } from '@renderer/components/sheet'
import { ToastHost } from '@renderer/components/undo-toast'
import { WindowBar } from '@renderer/components/window-bar'
import { FirstStartPage } from '@renderer/features/vault/first-start/first-start-page'
import { useFirstStartStore } from '@renderer/features/vault/first-start/first-start-store'
import { ProblemPage } from '@renderer/features/vault/problem-page'
import { SalvagePage } from '@renderer/features/vault/salvage-page'
import { RecoveryPage } from '@renderer/features/vault/recovery-page'
import { UnlockPage } from '@renderer/features/vault/unlock-page'
import { forgetBook } from '@renderer/lib/book-closed'
import { useRouteQuery } from '@renderer/lib/client'
import { LockWarning } from './lock-warning'
import { preloadFirstPage, RestorePage } from './pages'
import { takeRestoreIntent } from './restore-intent'
import { usePutBackNotice } from './use-put-back-notice'
import { Shell } from './shell/shell'

/** What the window shows by the state of the book; restoring stands outside of it, since it changes that state. */
export function PhaseGate() {
  const { data: state, error, refetch } = useRouteQuery('vault.getState', {})
  useForgetOnLock(state)
  useEffect(preloadFirstPage, [])
  usePutBackNotice()
  return (
    <>
      {error && !state ? (
        <>
          <WindowBar />
          <ErrorState error={error} onRetry={() => void refetch()} />
        </>
      ) : (
        state && <Phase state={state} />
      )}
      <ToastHost />
      <LockWarning />
    </>
  )
}

function Phase({ state }: { state: VaultState }) {
  const { pathname } = useLocation()
  const staying = useFirstStartStore((store) => store.staying)
  if (pathname === '/salvage' && state.phase !== 'none') return <SalvagePage state={state} />
  if (pathname === '/restore') return <RestoreFrame bookName={state.book?.name ?? null} />
  if (state.phase === 'none' || staying || (pathname === '/new' && state.phase !== 'open'))
    return <FirstStartPage state={state} />
  if (state.phase === 'problem' && state.problem)
    return <ProblemPage state={state} problem={state.problem} />
  if (state.phase === 'locked')
    return pathname === '/recovery' ? <RecoveryPage state={state} /> : <UnlockPage state={state} />
  return <Shell state={state} />
}

function RestoreFrame({ bookName }: { bookName: string | null }) {
  useState(takeRestoreIntent)
  return (
    <>
      <WindowBar bookName={bookName} />
      <div style={{ display: 'flex', flex: 1, minHeight: 0, paddingLeft: 8 }}>
        <Sheet>
          <Suspense>
            <RestorePage />
          </Suspense>
        </Sheet>
      </div>
    </>
  )
}

/** When the book closes, everything read from it leaves the memory of the window; another book begins at its list. */
function useForgetOnLock(state: VaultState | undefined): void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const former = useRef<VaultState | undefined>(undefined)
  useEffect(() => {
    const before = former.current
    former.current = state
    if (!before || !state) return
    if (before.phase === 'open' && state.phase !== 'open') {
      forgetBook()
      client.removeQueries({
        predicate: ({ queryKey: [topic] }) => topic !== 'vault' && topic !== 'preferences',
      })
    }
    const otherBook = state.phase === 'open' && before.book?.folder !== state.book?.folder
    if (otherBook && window.location.hash !== '#/restore') void navigate('/customers')
  }, [state, client, navigate])
}
