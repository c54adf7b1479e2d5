import { useRef } from 'react'
import { useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { Sheet } from '@renderer/components/sheet'
import { QuickEntry } from '@renderer/features/follow-ups/quick/quick-entry'
import { HistoryPanel } from '@renderer/features/history/history-panel'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { pointAt } from '@renderer/features/today/today-store'
import { useKebuEvent } from '@renderer/lib/use-kebu-event'
import { AppRoutes } from '../routes'
import { FindingBars } from './finding-bars'
import { KeySheet } from './key-sheet'
import { MissedBar } from './missed-bar'
import { Navigation } from './navigation'
import { PaletteHost } from './palette-host'
import { PreviewBar } from './preview-bar'
import { ReadOnlyBar } from './read-only-bar'
import styles from './shell.module.css'
import { TitleBar } from './title-bar'
import { useGoShortcuts } from './use-go-shortcuts'

/** The window at work: title bar, navigation, and the one sheet that carries the page. */
export function Shell({ state }: { state: VaultState }) {
  useGoShortcuts()
  const navigate = useNavigate()
  const body = useRef<HTMLDivElement>(null)
  useKebuEvent('reminder.opened', ({ item }) => {
    pointAt(item)
    void navigate('/today')
  })
  useShortcut('f6', () => focusNextRegion(body.current))
  return (
    <>
      {/* First, so that a page's own N comes before it. */}
      <QuickEntry />
      <TitleBar bookName={state.book?.name ?? null} />
      <ReadOnlyBar state={state} />
      <FindingBars state={state} />
      <PreviewBar state={state} />
      <MissedBar />
      <div className={styles.body} ref={body}>
        <Navigation state={state} />
        <Sheet>
          <AppRoutes />
        </Sheet>
      </div>
      <PaletteHost />
      <HistoryPanel onOpenCustomer={(id) => void navigate(`/customers/${id}`)} />
      <KeySheet />
    </>
  )
}

/** F6 walks through the landmarks in reading order: navigation, the page's regions, and round again. */
function focusNextRegion(root: HTMLElement | null): void {
  const regions = [...(root?.querySelectorAll<HTMLElement>('nav, [data-region]') ?? [])]
  if (regions.length === 0) return
  const current = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(current + 1) % regions.length]
  const target = next?.querySelector<HTMLElement>(
    'a[aria-current], [tabindex="0"], button, a, input',
  )
  ;(target ?? next)?.focus()
}
