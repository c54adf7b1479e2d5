import { useEffect } from 'react'
import { useIntentStore } from '@renderer/lib/intent-store'
import { QuickAddDialog } from './quick-add-dialog'
import { hideQuickAdd, showQuickAdd, useQuickAddStore } from './quick-add-store'

/** The dialog that takes pasted text; another page may ask for it (R053). */
export function QuickAdd() {
  const open = useQuickAddStore((state) => state.open)
  const { intent, ask, done } = useIntentStore()
  const asked = intent?.kind === 'quick-add'
  useEffect(() => {
    if (!asked) return
    done()
    showQuickAdd()
  }, [asked, done])
  if (!open) return null
  return (
    <QuickAddDialog
      onClose={hideQuickAdd}
      onForm={() => {
        hideQuickAdd()
        ask({ kind: 'new-customer', name: '', draft: 'card' })
      }}
    />
  )
}
