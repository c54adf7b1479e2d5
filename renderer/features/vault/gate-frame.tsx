import { WindowBar } from '@renderer/components/window-bar'
import styles from './gate.module.css'
import { QuickSettings } from './quick-settings'

/** Frame of every screen before the book is open: title bar, the ledger page at the left, the matter at the right. */
export function GateFrame({
  pane,
  hint,
  children,
}: {
  pane: React.ReactNode
  hint?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <>
      <WindowBar />
      <div className={styles.screen}>
        {pane}
        <div className={styles.side}>
          <main className={styles.middle}>{children}</main>
          <footer className={styles.bottom}>
            {hint}
            <QuickSettings />
          </footer>
        </div>
      </div>
    </>
  )
}
