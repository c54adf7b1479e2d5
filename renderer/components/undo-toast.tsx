import { CircleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToastStore, type Toast } from '@renderer/lib/toast-store'
import styles from './undo-toast.module.css'

const lifeMs = 6000

/** Where toasts appear: one at a time, 6 s, staying while the pointer or the focus is on it. */
export function ToastHost() {
  const toast = useToastStore((state) => state.toast)
  return (
    <div className={styles.host} role="status" aria-live="polite">
      {toast && <UndoToast key={toast.id} toast={toast} />}
    </div>
  )
}

export function UndoToast({ toast }: { toast: Toast }) {
  const { t } = useTranslation('common')
  const close = useToastStore((state) => state.close)
  const [held, setHeld] = useState(false)
  const [busy, setBusy] = useState(false)
  const { id, undo } = toast
  const timer = useRef<number | undefined>(undefined)

  useEffect(() => {
    if (held || busy) return
    timer.current = window.setTimeout(() => close(id), lifeMs)
    return () => window.clearTimeout(timer.current)
  }, [held, busy, close, id])

  return (
    <div
      className={styles.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'error' && <CircleAlert size={16} strokeWidth={1.6} aria-hidden />}
      <span>{toast.text}</span>
      {undo && (
        <button
          type="button"
          className={styles.undo}
          disabled={busy}
          onClick={() => {
            setBusy(true)
            void undo()
          }}
        >
          {t('undo')}
        </button>
      )}
    </div>
  )
}
